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
export type { Clock } from '../http/clock.ts'
export type { ConnectionOptions } from '../http/createHttp.ts'
export type { KeyOption } from '../http/createKey.ts'
export type { RequestLimit } from '../http/createLimiter.ts'
export type { BatchOptions, Progress } from '../http/sendInBatches.ts'
export type {
  CounterOutage,
  CounterOutageDetails,
  UnansweredValue,
  WatchUnansweredParameters,
} from '../unanswered/unansweredValue.ts'
export { type Channel, channelSchema, channelsAnswerSchema, fetchChannels } from './channels.ts'
export {
  type Chat,
  type ChatType,
  chatIdSchema,
  chatSchema,
  chatTypeSchema,
  namedChatSchema,
  userIdSchema,
} from './chats.ts'
export { createWazzupV2Client, type WazzupV2Client, type WazzupV2Options } from './client.ts'
export {
  type Contact,
  contactSchema,
  contactsRequestSchema,
  deleteContact,
  type EntityId,
  entityIdSchema,
  fetchContact,
  listContacts,
  type StoredContact,
  saveContacts,
  storedContactSchema,
} from './contacts.ts'
export { createWazzupV2, type WazzupV2 } from './createWazzupV2.ts'
export {
  type Deal,
  dealSchema,
  dealsRequestSchema,
  deleteDeal,
  fetchDeal,
  listDeals,
  type StoredDeal,
  saveDeals,
  storedDealSchema,
} from './deals.ts'
export { type ErrorCode, errorCodes, isWazzupV2Error } from './errorCodes.ts'
export {
  createIframe,
  type IframeParameters,
  type IframeResult,
  iframeAnswerSchema,
  iframeRequestSchema,
} from './iframe.ts'
export { type ListParameters, listQuerySchema } from './listItems.ts'
export {
  type MessageParameters,
  type MessageResult,
  messageAnswerSchema,
  messageRequestSchema,
  sendMessage,
} from './messages.ts'
export { counterNotifySchema, counterRequestSchema, watchUnanswered } from './unanswered.ts'
export {
  deleteUser,
  fetchUser,
  fetchUsers,
  replaceUsers,
  type StoredUser,
  saveUsers,
  storedUserSchema,
  type User,
  userSchema,
  usersAnswerSchema,
  usersRequestSchema,
} from './users.ts'
export {
  type AuthorTypeCode,
  authorTypeCodes,
  type ChannelState,
  channelStates,
  type MessageStatusCode,
  type MessageTypeCode,
  messageStatusCodes,
  messageTypeCodes,
} from './webhookCodes.ts'
export {
  instagramPostSchema,
  type Webhook,
  type WebhookMessage,
  type WebhookStatus,
  webhookMessageSchema,
  webhookSchema,
  webhookStatusSchema,
} from './webhookPayloads.ts'
export {
  fetchWebhooks,
  setWebhooks,
  type Webhooks,
  type WebhooksChange,
  webhooksAnswerSchema,
  webhooksChangeSchema,
  webhooksRequestSchema,
} from './webhooks.ts'
