export { type ParsedPhone, parsePhone } from '@crm-chat/vendors/phone'
export type { ChatEvent } from '@crm-chat/vendors/webhooks'
export type {
  Backend,
  BackendBatch,
  BackendChannelAdmin,
  BackendChannels,
  BackendConversation,
  BackendEntities,
  BackendEntity,
  BackendExports,
  BackendMedia,
  BackendMessages,
  BackendWebhooks,
  BackendWindows,
  ChatContact,
  ChatDeal,
  IncomingFile,
  ListedContact,
  ListedDeal,
  OutgoingFile,
  StaffUser,
  UnansweredValue,
  WatchParameters,
  WebhookRequest,
} from './backend.ts'
export type { AccountKey } from './backends/accountKey.ts'
export type { AccessToken } from './backends/wazzup-tech/accessToken.ts'
export { type WazzupTechBackendOptions, wazzupTech } from './backends/wazzup-tech/backend.ts'
export { type WazzupV2BackendOptions, wazzupV2 } from './backends/wazzup-v2/backend.ts'
export { type WazzupV3BackendOptions, wazzupV3 } from './backends/wazzup-v3/backend.ts'
export { type WhatomateBackendOptions, whatomate } from './backends/whatomate/backend.ts'
export type { Clock } from './clock.ts'
export { parseConversationId, toConversationId } from './conversations/conversationIds.ts'
export type { AppendResult, ConversationStore } from './conversations/conversationStore.ts'
export { type MemoryConversationsOptions, memoryConversations } from './conversations/memoryConversations.ts'
export { type MessageRecord, mergeMoved, mergeUpdate, toMessage } from './conversations/mergeUpdate.ts'
export {
  findMove,
  type MessageReaction,
  type MessageUpdate,
  type MessageVersion,
  messageIdOf,
  type StoredMessage,
  withId,
} from './conversations/messageUpdate.ts'
export { type Place, parseCursor, toCursor } from './conversations/pageCursor.ts'
export { toStoredMessage } from './conversations/toMessageUpdate.ts'
export { toSearchText } from './conversations/toSearchText.ts'
export { type ChatProxy, createChatProxy } from './createChatProxy.ts'
export type { EntityFunctions } from './entities/createEntityFunctions.ts'
export type {
  DeleteResult,
  EntityOptions,
  EntityProgress,
  Items,
  ListOptions,
  RejectedItem,
  SaveResult,
} from './entities/entityOptions.ts'
export { ChatProxyError, InvalidOptionsError, OperationError, type OperationErrorParameters } from './errors.ts'
export type { FileStore } from './files/fileStore.ts'
export type { AuthorizeChatsHook, AuthorizeRecipientHook, ChatAccess, Feature, IdentifyHook } from './hooks.ts'
export type { ChatUser, IdentifiedUser } from './identity/chatUser.ts'
export type { ProxyLimits } from './limits/limits.ts'
export type { LedgerClaim, LedgerOutcome, OnceLedger } from './limits/onceLedger.ts'
export { isLoopback } from './links/isLoopback.ts'
export { isPrivateHost } from './links/isPrivateHost.ts'
export type { LiveHealth } from './live/createHub.ts'
export type { ProxyHealth } from './live/sumHealth.ts'
export type { ChatLogger } from './logger.ts'
export type { ChatProxyOptions } from './parseOptions.ts'
export type { SharedMessage, ShownEvent } from './processes/sharedMessage.ts'
export type {
  LastValue,
  SharedChats,
  SharedConnection,
  SharedHealth,
  SharedLane,
  SharedParameters,
  SharedState,
  SharedValues,
} from './processes/sharedState.ts'
export type { TenantParameter } from './tenantParameter.ts'
export type { ChatSpan, ChatTracer } from './tracing/tracer.ts'
export type { Claim, DeliveryLog } from './webhooks/deliveryLog.ts'
export type { Recipients, WebhooksOptions } from './webhooks/webhooksOptions.ts'
