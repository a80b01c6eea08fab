export { type Chat, type ChatType, chatSchema, chatTypes, type NamedChat, namedChatSchema } from './chats.ts'
export { type ErrorBody, type ErrorCode, errorBodySchema, errorStatuses, isErrorCode } from './errors.ts'
export { type ChatEvents, eventSchemas, heartbeatMs } from './events.ts'
export { type FrameMessage, frameMessageSchema } from './frame.ts'
export { defaultBasePath, type Operation, requestHeader, routes } from './routes.ts'
export { type Capability, type Session, sessionSchema } from './session.ts'
export {
  type Tone,
  type Unanswered,
  type UnansweredCount,
  type UnansweredOrder,
  unansweredCountSchema,
  unansweredSchema,
} from './unanswered.ts'
export { type WindowLink, type WindowRequest, windowLinkSchema, windowRequestSchema } from './window.ts'
