import type { Backend } from './backend.ts'
import type { Clock } from './clock.ts'
import { InvalidOptionsError } from './errors.ts'
import type { AuthorizeChatsHook } from './hooks.ts'
import type { ChatRequest } from './http/exchange.ts'
import type { ChatUser } from './identity/chatUser.ts'
import type { EnsureUser } from './identity/createEnsureUser.ts'
import type { Identify } from './identity/createIdentify.ts'
import type { Revocations } from './identity/createRevocations.ts'
import type { Admission } from './limits/createAdmission.ts'
import type { RateLimit } from './limits/createRateLimit.ts'
import type { Slots } from './limits/createSlots.ts'
import type { ProxyLimits } from './limits/limits.ts'
import type { Hub } from './live/createHub.ts'
import type { ProxyLogger } from './logger.ts'

/** Everything that the operations and sockets of one proxy share. */
export interface ProxyContext {
  backend: Backend
  basePath: string
  allowedOrigins: readonly string[]
  limits: ProxyLimits
  clock: Clock
  logger: ProxyLogger
  /** Takes requests and streams in before the CRM is asked for their user. */
  admission: Admission
  /** @throws {OperationError} `unauthenticated`, or `identity_unavailable` while the CRM cannot tell. */
  identify: Identify
  /** Logouts, for whatever begins before its user has been found. */
  revocations: Revocations
  authorizeChats: AuthorizeChatsHook | undefined
  /** Requests under way, by operation and user. */
  slots: Slots
  /** Links made, by user. */
  countWindow: RateLimit
  /** Uploads the user before a window, if the CRM asks for it. */
  ensureUser: EnsureUser | undefined
  /** The live connections of all users, and the counters behind them. */
  hub: Hub
  /** Socket.IO servers that are attached to this proxy. */
  socketServers: Set<object>
}

/** One request for an operation, its user known. */
export interface OperationCall {
  context: ProxyContext
  request: ChatRequest
  requestId: string
  user: ChatUser
}

/** Kept beside the proxy, not on it: printing a proxy shows nothing of its insides. */
const contexts = new WeakMap<object, { context: () => ProxyContext; optionsLog: ProxyLogger }>()

/** Stores a function that returns the context of a proxy, for {@link contextOf}, and the log for problems of its options. */
export function rememberContext({
  chat,
  ...entry
}: {
  chat: object
  context: () => ProxyContext
  optionsLog: ProxyLogger
}): void {
  contexts.set(chat, entry)
}

/** Returns the log for problems of a proxy's options. */
export function optionsLogOf(chat: object): ProxyLogger | undefined {
  return contexts.get(chat)?.optionsLog
}

/**
 * Returns the context of a proxy, for adapters that need more than its `fetch`.
 * @throws {InvalidOptionsError} when the proxy's options are invalid, and for anything but a proxy.
 */
export function contextOf(chat: object): ProxyContext {
  const entry = contexts.get(chat)
  if (entry) return entry.context()
  throw new InvalidOptionsError('chat must be the object that createChatProxy returned.')
}
