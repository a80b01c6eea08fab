export {
  InvalidAnswerError,
  InvalidParametersError,
  KeyUnavailableError,
  OutcomeUnknownError,
  RateLimitedError,
  VendorAuthError,
  VendorError,
  VendorRequestError,
  VendorTimeoutError,
  VendorUnavailableError,
} from '../errors.ts'
export type { CallOptions } from '../http/callOptions.ts'
export type { ConnectionOptions } from '../http/createHttp.ts'
export type { KeyOption } from '../http/createKey.ts'
export type {
  CounterOutage,
  CounterOutageDetails,
  UnansweredValue,
  WatchUnansweredParameters,
} from '../unanswered/unansweredValue.ts'
export { type CannedResponse, cannedResponsesAnswerSchema, listCannedResponses } from './cannedResponses.ts'
export {
  createWhatomateClient,
  type WhatomateClient,
  type WhatomateOptions,
} from './client.ts'
export {
  assignContact,
  type ContactChangeParameters,
  createContact,
  deleteContact,
  type NewContactParameters,
  tagContact,
  updateContact,
} from './contactChanges.ts'
export {
  type Contact,
  type ContactListParameters,
  contactAnswerSchema,
  contactSchema,
  contactsAnswerSchema,
  fetchContact,
  listContacts,
  markContactRead,
} from './contacts.ts'
export {
  fetchMessages,
  listMessages,
  type MessageListParameters,
  type MessagePage,
  type MessagesParameters,
  messagesAnswerSchema,
} from './conversation.ts'
export type {
  CreateWebSocket,
  WebSocketLike,
} from './createWebSocket.ts'
export {
  createWhatomate,
  type Whatomate,
} from './createWhatomate.ts'
export { type ErrorCode, errorCodes, isWhatomateError } from './errorCodes.ts'
export {
  buttonsSchema,
  type Interactive,
  interactiveSchema,
  linkButtonSchema,
  listSchema,
} from './interactive.ts'
export {
  type LiveEvent,
  type NewMessageEvent,
  type OtherLiveEvent,
  parseLiveFrame,
  type ReactionUpdateEvent,
  type StatusUpdateEvent,
} from './liveEvents.ts'
export {
  type MediaParameters,
  type MediaType,
  mediaLimits,
  mediaLinkRequestSchema,
  sendMedia,
} from './media.ts'
export { fetchMedia } from './mediaFile.ts'
export {
  type Message,
  type MessageStatus,
  type MessageType,
  messageSchema,
  messageStatuses,
  messageTypes,
} from './message.ts'
export {
  type MessageParameters,
  messageRequestSchema,
} from './messageRequest.ts'
export { markMessageRead, sendMessage } from './messages.ts'
export {
  createNote,
  deleteNote,
  listNotes,
  type Note,
  type NoteKey,
  noteAnswerSchema,
  noteSchema,
  notesAnswerSchema,
  updateNote,
} from './notes.ts'
export { type MediaStream, openMedia } from './openMedia.ts'
export { type ReactionParameters, reactionAnswerSchema, sendReaction } from './reactions.ts'
export {
  type SentMessage,
  sentMessageAnswerSchema,
} from './sentMessage.ts'
export {
  fetchSocketToken,
  socketTokenAnswerSchema,
} from './socketToken.ts'
export { listTemplates, type Template, templatesAnswerSchema } from './templateList.ts'
export {
  sendTemplate,
  type TemplateMessageParameters,
  templateMessageRequestSchema,
} from './templates.ts'
export { listTransfers, type Transfer, transfersAnswerSchema } from './transfers.ts'
export {
  type WatchEventsParameters,
  watchEvents,
} from './watchEvents.ts'
export { watchUnanswered } from './watchUnanswered.ts'
export {
  type WebhookContact,
  type WebhookEventName,
  type WebhookMessage,
  type WebhookTransfer,
  webhookContactSchema,
  webhookEnvelopeSchema,
  webhookEvents,
  webhookMessageSchema,
  webhookTransferSchema,
} from './webhookPayloads.ts'
export {
  createWebhook,
  deleteWebhook,
  fetchWebhooks,
  type NewWebhookParameters,
  testWebhook,
  updateWebhook,
  type Webhook,
  type WebhookChangeParameters,
  webhookAnswerSchema,
  webhooksAnswerSchema,
} from './webhooks.ts'
