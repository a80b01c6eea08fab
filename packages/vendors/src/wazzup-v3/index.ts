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
export type { InteractiveButtons, TemplateButtons } from './buttons.ts'
export {
  type Channel,
  type ChannelState,
  channelSchema,
  channelStates,
  channelsAnswerSchema,
  chatTypesByTransport,
  fetchChannels,
  type Transport,
  toChannelState,
} from './channels.ts'
export { type ChatType, chatIdSchema, chatTypeSchema, phoneSchema, textLimits, usernameSchema } from './chats.ts'
export { createWazzupV3Client, type WazzupV3Client, type WazzupV3Options } from './client.ts'
export {
  type Contact,
  contactSchema,
  deleteContact,
  deleteContacts,
  fetchContact,
  listContacts,
  type StoredContact,
  saveContacts,
  storedContactSchema,
} from './contacts.ts'
export { counterHostSchema } from './counterHost.ts'
export { createWazzupV3, type WazzupV3 } from './createWazzupV3.ts'
export {
  type Deal,
  dealSchema,
  deleteDeal,
  deleteDeals,
  fetchDeal,
  listDeals,
  type StoredDeal,
  saveDeals,
  storedDealSchema,
} from './deals.ts'
export { type EntityId, entityIdSchema, type ListOptions } from './entities.ts'
export { type ErrorCode, isWazzupV3Error, liveErrorCodes, messageErrorCodes } from './errorCodes.ts'
export {
  createIframe,
  type IframeChat,
  type IframeParameters,
  type IframeResult,
  type IframeSettings,
  iframeAnswerSchema,
  iframeRequestSchema,
} from './iframe.ts'
export type { ButtonIntent, MaxKeyboard, TelegramKeyboard } from './keyboard.ts'
export { type MarketplaceParameters, marketplaceRequestSchema, setMarketplace } from './marketplace.ts'
export {
  type MessageContent,
  type MessageParameters,
  type MessageSettings,
  messageRequestSchema,
} from './messageRequest.ts'
export {
  deleteMessage,
  editMessage,
  type MessageEditParameters,
  type MessageResult,
  messageAnswerSchema,
  messageEditSchema,
  sendMessage,
} from './messages.ts'
export { type MigrationParameters, migrateClient, migrationRequestSchema } from './migration.ts'
export {
  fetchPipelines,
  type Pipeline,
  pipelineSchema,
  pipelinesAnswerSchema,
  pipelinesRequestSchema,
  type StoredPipeline,
  savePipelines,
  storedPipelineSchema,
} from './pipelines.ts'
export type { Recipient } from './recipient.ts'
export { listTemplates, type Template, templateSchema } from './templates.ts'
export { counterUpdateSchema, fetchUnanswered, type UnansweredResult, unansweredAnswerSchema } from './unanswered.ts'
export {
  deleteUser,
  deleteUsers,
  fetchUser,
  listUsers,
  type StoredUser,
  saveUsers,
  storedUserSchema,
  type User,
  userSchema,
} from './users.ts'
export { counterConnectingSchema, watchUnanswered } from './watchUnanswered.ts'
export {
  type WebhookChannel,
  type WebhookContact,
  type WebhookDeal,
  type WebhookMessage,
  type WebhookStatus,
  type WebhookTemplate,
  webhookChannelSchema,
  webhookContactSchema,
  webhookDealSchema,
  webhookErrorSchema,
  webhookMessageSchema,
  webhookStatusSchema,
  webhookTemplateSchema,
} from './webhookPayloads.ts'
export {
  fetchWebhooks,
  type Subscriptions,
  setWebhooks,
  type Webhooks,
  type WebhooksParameters,
  webhooksAnswerSchema,
  webhooksRequestSchema,
} from './webhooks.ts'
