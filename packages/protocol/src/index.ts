export {
  type Channel,
  type ChannelChange,
  type ChannelCode,
  type ChannelLinkRequest,
  type ChannelList,
  type ChannelReinit,
  type ChannelRequest,
  type ChannelResponse,
  type ChannelRules,
  type ChannelState,
  channelChangeSchema,
  channelCodeSchema,
  channelLinkRequestSchema,
  channelListSchema,
  channelReinitSchema,
  channelRequestSchema,
  channelResponseSchema,
  channelSchema,
  type PairingCode,
  type PairingRequest,
  pairingCodeSchema,
  pairingRequestSchema,
} from './channels.ts'
export { type Chat, chatSchema, type NamedChat, namedChatSchema } from './chats.ts'
export {
  type ConversationPage,
  conversationPageSchema,
  type ReadRequest,
  readRequestSchema,
  type SearchResult,
  searchResultSchema,
} from './conversation.ts'
export { type ErrorBody, errorBodySchema } from './errors.ts'
export {
  type ChatEvents,
  type Drain,
  drainSchema,
  eventSchemas,
  type StreamSession,
  streamSessionSchema,
} from './events.ts'
export { type Export, type ExportRequest, type ExportState, exportRequestSchema, exportSchema } from './exports.ts'
export { maxFileBytes, type StoredFile, storedFileSchema } from './files.ts'
export { type FrameMessage, frameMessageSchema } from './frame.ts'
export { type Keyboard, keyboardSchema, type MaxButton } from './keyboards.ts'
export {
  type Message,
  type MessageAccepted,
  type MessageButton,
  type MessageChange,
  type MessageEdit,
  type MessageRequest,
  type MessageStatus,
  type MessageType,
  messageAcceptedSchema,
  messageEditSchema,
  messageRequestSchema,
  messageSchema,
  type Recipient,
  type StatusChange,
  statusChangeSchema,
  type TemplateContent,
} from './messages.ts'
export type { Open } from './open.ts'
export type { OperationResponses } from './responses.ts'
export { type Capability, type Session, sessionSchema } from './session.ts'
export {
  type Template,
  type TemplateButton,
  type TemplateHeader,
  type TemplateList,
  templateListSchema,
} from './templates.ts'
export { type Tone, type Unanswered, type UnansweredResponse, unansweredSchema } from './unanswered.ts'
export {
  type RejectedRecord,
  type VendorDataDelete,
  type VendorDataPage,
  type VendorDataResult,
  type VendorDataSave,
  type VendorRecord,
  vendorDataDeleteSchema,
  vendorDataPageSchema,
  vendorDataResultSchema,
  vendorDataSaveSchema,
} from './vendorData.ts'
export {
  type LinkLook,
  type Reachability,
  type UnreachableReason,
  type WindowLink,
  type WindowRequest,
  windowLinkSchema,
  windowRequestSchema,
} from './window.ts'
export { type ChatType, chatTypes } from './wire/chatTypes.ts'
export { type ErrorCode, errorStatuses, isErrorCode } from './wire/errorCodes.ts'
export { fileNameHeader } from './wire/fileNameHeader.ts'
export { heartbeatMs } from './wire/heartbeat.ts'
export type { EntityContext, EntityEvent, FrameEntity } from './wire/parseEntityEvent.ts'
export { maxRecords, type RecordField, type RecordKind, recordFields, recordKinds } from './wire/recordKinds.ts'
export { defaultBasePath, type Operation, requestHeader, routes, visibilityHeader } from './wire/routes.ts'
