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
export type { BatchOptions, Progress } from '../http/sendInBatches.ts'
export type {
  CounterOutage,
  CounterOutageDetails,
  UnansweredValue,
  WatchUnansweredParameters,
} from '../unanswered/unansweredValue.ts'
export {
  type Account,
  type AccountExpansion,
  type AccountParameters,
  accountAnswerSchema,
  accountExpansions,
  accountRequestSchema,
  createAccount,
  fetchAccount,
} from './accounts.ts'
export {
  type Attachment,
  attachmentSchema,
} from './attachment.ts'
export {
  createPairingCode,
  type PairingCode,
  type PairingCodeParameters,
  pairingCodeAnswerSchema,
  pairingCodeRequestSchema,
  type ReinitParameters,
  reinitChannel,
  reinitRequestSchema,
  sendTwoFactorCode,
  type TwoFactorParameters,
  twoFactorRequestSchema,
} from './channelAuth.ts'
export {
  type ChannelConnection,
  channelConnectionSchema,
  channelCredentialsSchema,
  channelCredentialsSchemas,
  type Transport,
  transportSchema,
} from './channelCredentials.ts'
export {
  type ChannelReason,
  type ChannelStatus,
  channelReasonSchema,
  channelReasons,
  channelStatuses,
  channelStatusSchema,
  type WabaTier,
  wabaTiers,
} from './channelStatus.ts'
export {
  type Channel,
  channelAnswerSchema,
  channelSchema,
  channelsAnswerSchema,
  createChannel,
  type DeleteChannelParameters,
  deleteChannel,
  fetchChannel,
  fetchChannels,
} from './channels.ts'
export {
  type ChatType,
  chatIdSchema,
  chatTypeSchema,
  textLimits,
} from './chats.ts'
export {
  type ChatsLinkParameters,
  chatsLinkRequestSchema,
} from './chatsLinkRequest.ts'
export {
  createWazzupTechClient,
  type WazzupTechClient,
  type WazzupTechOptions,
} from './client.ts'
export {
  type Contact,
  contactAnswerSchema,
  contactSchema,
  contactsAnswerSchema,
  contactsDeleteRequestSchema,
  contactsRequestSchema,
  deleteContacts,
  fetchContact,
  listContacts,
  type StoredContact,
  saveContacts,
  updateContacts,
} from './contacts.ts'
export {
  type Authorization,
  type AuthorizationParameters,
  createAuthorization,
} from './createAuthorization.ts'
export {
  createPartnerClient,
  type PartnerClient,
  type PartnerOptions,
} from './createPartnerClient.ts'
export {
  createTokenSource,
  type TechTokens,
  type TokenSource,
  type TokenSourceParameters,
} from './createTokenSource.ts'
export {
  createWazzupTech,
  type WazzupTech,
} from './createWazzupTech.ts'
export {
  type Deal,
  dealAnswerSchema,
  dealSchema,
  dealsAnswerSchema,
  dealsDeleteRequestSchema,
  dealsRequestSchema,
  deleteDeals,
  fetchDeal,
  listDeals,
  type StoredDeal,
  saveDeals,
  updateDeals,
} from './deals.ts'
export type { ListOptions } from './entityList.ts'
export { type ErrorCode, errorCodes, isWazzupTechError } from './errorCodes.ts'
export {
  type ChannelsLinkParameters,
  channelsLinkRequestSchema,
  createChannelsLink,
  createChatsLink,
  type IframeLink,
  linkAnswerSchema,
} from './iframeLinks.ts'
export {
  keyboardSchema,
  type MaxKeyboard,
  maxKeyboardSchema,
  type TelegramKeyboard,
  telegramKeyboardSchema,
  type WabaKeyboard,
  wabaKeyboardSchema,
} from './keyboard.ts'
export {
  type MessageParameters,
  type MessageTemplate,
  messageRequestSchema,
  messageTemplateSchema,
} from './messageRequest.ts'
export {
  deleteMessage,
  editMessage,
  type MessageChange,
  type MessageEditParameters,
  type MessageResult,
  messageAnswerSchema,
  messageChangeAnswerSchema,
  messageEditRequestSchema,
  sendMessage,
} from './messages.ts'
export {
  createMessagesDump,
  fetchMessagesDump,
  type MessagesDump,
  type MessagesDumpCreated,
  type MessagesDumpParameters,
  messagesDumpAnswerSchema,
  messagesDumpCreatedAnswerSchema,
  messagesDumpRequestSchema,
} from './messagesDump.ts'
export {
  type MessagesDumpStatus,
  messagesDumpStatuses,
  messagesDumpStatusSchema,
} from './messagesDumpStatus.ts'
export {
  type AccountTokenSourceParameters,
  createAccountTokenSource,
  createOAuthTokenSource,
  type OAuthTokenSourceParameters,
} from './oauthTokenSource.ts'
export {
  type MaxRecipient,
  type OtherRecipient,
  type Recipient,
  recipientSchema,
  type TelegramRecipient,
  type WhatsappRecipient,
} from './recipient.ts'
export {
  fetchSettings,
  type Settings,
  type SettingsParameters,
  settingsAnswerSchema,
  settingsRequestSchema,
  type UserRole,
  updateSettings,
  userRoleSchema,
} from './settings.ts'
export {
  createTemplate,
  type TemplateParameters,
  templateAnswerSchema,
  templateRequestSchema,
} from './templates.ts'
export { tokenAnswerSchema, tokenRequestSchema } from './tokenRequest.ts'
export {
  type AccountTokenParameters,
  type CodeParameters,
  exchangeCode,
  fetchAccountTokens,
  refreshTokens,
} from './tokens.ts'
export {
  fetchUnanswered,
  resetUnanswered,
  type UnansweredReset,
  unansweredAnswerSchema,
  unansweredResetAnswerSchema,
  watchUnanswered,
} from './unanswered.ts'
export {
  deleteUsers,
  fetchUser,
  listUsers,
  type StoredUser,
  saveUsers,
  type User,
  updateUsers,
  userAnswerSchema,
  userSchema,
  usersAnswerSchema,
  usersDeleteRequestSchema,
  usersRequestSchema,
} from './users.ts'
export {
  type WebhookEventName,
  webhookEventSchema,
  webhookEvents,
} from './webhookEvents.ts'
export {
  type WebhookChannel,
  type WebhookContact,
  type WebhookDeal,
  type WebhookEnvelope,
  type WebhookGroup,
  type WebhookMessage,
  type WebhookMessageDeleted,
  type WebhookMessagesDump,
  type WebhookStatus,
  type WebhookTemplate,
  webhookChannelSchema,
  webhookContactSchema,
  webhookDealSchema,
  webhookEnvelopeSchema,
  webhookGroupSchema,
  webhookMessageDeletedSchema,
  webhookMessageSchema,
  webhookMessagesDumpSchema,
  webhookStatusSchema,
  webhookTemplateSchema,
} from './webhookPayloads.ts'
export {
  createWebhooks,
  deleteWebhooks,
  fetchWebhooks,
  updateWebhooks,
  type WebhookChange,
  type WebhookSubscription,
  type WebhookTarget,
  webhooksAnswerSchema,
  webhooksCreateRequestSchema,
  webhooksDeleteRequestSchema,
  webhooksUpdateRequestSchema,
} from './webhooks.ts'
