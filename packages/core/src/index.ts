export { ChatError, type ChatErrorCode, type ChatErrorParameters } from './ChatError.ts'
export type { ChatOptions } from './chatOptions.ts'
export type { Clock } from './clock.ts'
export { type ChatClient, type ChatRequest, createChat, type RequestOptions } from './createChat.ts'
export type { Store } from './createStore.ts'
export type { ChatHttp } from './http/chatHttp.ts'
export type { Capabilities, CapabilitiesStore } from './session/capabilities.ts'
export type { UserChange } from './session/createUserGuard.ts'
export { polling } from './transports/polling.ts'
export type { PollingOptions } from './transports/runPolling.ts'
export type { SseOptions } from './transports/runSse.ts'
export { sse } from './transports/sse.ts'
export type { LiveEvent, Transport, TransportParameters } from './transports/transport.ts'
export type { UnansweredStore } from './unanswered/createUnansweredStore.ts'
export type { UnansweredState } from './unanswered/unansweredState.ts'
export { watchOnline } from './watchOnline.ts'
export type { ChatWindowError, ChatWindowState } from './window/chatWindowState.ts'
export { type ChatWindowOptions, type ChatWindowSession, createChatWindow } from './window/createChatWindow.ts'
export { type PrefetchWindowParameters, prefetchWindow } from './window/prefetchWindow.ts'
export { toWindowKey } from './window/toWindowKey.ts'
export type { WindowClient } from './window/windowClient.ts'
export type { WindowOptions } from './window/windowOptions.ts'
export { type ToReasonParameters, type ToWordsParameters, toReason, toWords } from './words/toWords.ts'
export type {
  ChatLabelOverrides,
  ChatLocale,
  KitTexts,
  KitWords,
  PluralForms,
  Words,
  WordsState,
} from './words/words.ts'
