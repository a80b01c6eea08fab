import type { Backend } from './backend.ts'
import type { Clock } from './clock.ts'
import { InvalidOptionsError } from './errors.ts'
import type { AuthorizeChatsHook } from './hooks.ts'
import type { ChatRequest } from './http/exchange.ts'
import type { ChatUser } from './identity/chatUser.ts'
import type { EnsureUser } from './identity/createEnsureUser.ts'
import type { MinuteLimit } from './limits/createMinuteLimit.ts'
import type { ProxyLimits } from './limits/limits.ts'
import type { Connections } from './live/createConnections.ts'
import type { ProxyLogger } from './logger.ts'
import type { Relay } from './relay/createRelay.ts'

/** Everything that the operations and sockets of one proxy share. */
export interface ProxyContext {
  backend: Backend
  basePath: string
  allowedOrigins: readonly string[]
  limits: ProxyLimits
  clock: Clock
  logger: ProxyLogger
  /** @throws {OperationError} `unauthenticated`. */
  identify: (request: ChatRequest) => Promise<ChatUser>
  authorizeChats: AuthorizeChatsHook | undefined
  countWindow: MinuteLimit
  /** Uploads the user before a window, if the CRM asks for it. */
  ensureUser: EnsureUser | undefined
  relay: Relay
  connections: Connections
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
const contexts = new WeakMap<object, ProxyContext>()

/** Stores the context of a proxy for {@link contextOf}. */
export function rememberContext({ chat, context }: { chat: object; context: ProxyContext }): void {
  contexts.set(chat, context)
}

/** Returns the context of a proxy, for adapters that need more than its `fetch`. @throws {InvalidOptionsError} for anything else. */
export function contextOf(chat: object): ProxyContext {
  const context = contexts.get(chat)
  if (context) return context
  throw new InvalidOptionsError('chat must be the object that createChatProxy returned.')
}
