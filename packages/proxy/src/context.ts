import type { Backend } from './backend.ts'
import type { Clock } from './clock.ts'
import type { ConversationStore } from './conversations/conversationStore.ts'
import type { Recorder } from './conversations/createRecorder.ts'
import { InvalidOptionsError } from './errors.ts'
import type { FileStore } from './files/fileStore.ts'
import type { AuthorizeChatsHook, AuthorizeRecipientHook, Feature } from './hooks.ts'
import type { ChatRequest } from './http/exchange.ts'
import type { ChatUser } from './identity/chatUser.ts'
import type { EnsureUser } from './identity/createEnsureUser.ts'
import type { Identify } from './identity/createIdentify.ts'
import type { Revocations } from './identity/createRevocations.ts'
import type { Admission } from './limits/createAdmission.ts'
import type { Once } from './limits/createOnce.ts'
import type { RateLimit } from './limits/createRateLimit.ts'
import type { Slots } from './limits/createSlots.ts'
import type { ProxyLimits } from './limits/limits.ts'
import type { Look } from './links/createLook.ts'
import type { Reach } from './links/createReach.ts'
import type { Hub } from './live/createHub.ts'
import type { Show } from './live/createShow.ts'
import type { ProxyLogger } from './logger.ts'
import type { Metrics } from './metrics/createMetrics.ts'
import type { TenantConnection } from './processes/ofTenant.ts'
import type { SharedConnection } from './processes/sharedState.ts'
import type { Trace } from './tracing/tracer.ts'
import type { Receiver } from './webhooks/createReceiver.ts'

/** Everything that the operations and sockets of one proxy share, or those of one tenant. */
export interface ProxyContext {
  /** Of the users that this context is for; undefined where the CRM names none. */
  tenant: string | undefined
  tenants: Tenants
  backend: Backend
  basePath: string
  allowedOrigins: readonly string[]
  limits: ProxyLimits
  clock: Clock
  logger: ProxyLogger
  metrics: Metrics
  /** Absent where the CRM asks for no spans. */
  trace: Trace | undefined
  /** Keeps values out of the log that a request brought, e.g. a bot's token. */
  hide: (values: object | undefined) => void
  /** Takes requests and streams in before the CRM is asked for their user. */
  admission: Admission
  /** @throws {OperationError} `unauthenticated`, or `identity_unavailable` while the CRM cannot tell. */
  identify: Identify
  /** Logouts, for whatever begins before its user has been found. */
  revocations: Revocations
  authorizeChats: AuthorizeChatsHook | undefined
  authorizeRecipient: AuthorizeRecipientHook | undefined
  /** Roles whose users administer channels and exports. */
  adminRoles: readonly string[]
  /** Parts of the proxy that the CRM has switched on. */
  enabled: readonly Feature[]
  /** Place where the CRM keeps files for messages. */
  files: FileStore | undefined
  /** The CRM's own history of messages. */
  conversations: ConversationStore | undefined
  /** Notes what users send, edit and delete; undefined without such a history, or where the vendor keeps it. */
  recorder: Recorder | undefined
  /** Requests under way, by operation and user. */
  slots: Slots
  /** Requests of a user within a minute, by the limit that counts them. */
  counts: Record<'windowsPerMinute' | 'messagesPerMinute' | 'filesPerMinute', RateLimit>
  /** Files on their way to the CRM, of all users. */
  uploads: Slots
  /** Carries out a request with an id of its own only once. */
  once: Once
  /** Tells if a message to a chat would arrive. */
  reach: Reach
  /** Looks at each fresh link; undefined where the CRM does not want that. */
  look: Look | undefined
  /** Uploads the user before a window, if the CRM asks for it. */
  ensureUser: EnsureUser | undefined
  /** The live connections of all users, and the counters behind them. */
  hub: Hub
  /** Shows an event to the pages of this process. */
  show: Show
  /** The other processes of this CRM, if there may be some. */
  shared: SharedConnection | undefined
  /** The same, for the users that this context is for. */
  others: TenantConnection | undefined
  /** Secrets of the receiver's address, the current one first. */
  webhookSecrets: readonly string[]
  /** Receives the vendor's webhooks, if the CRM asks for it. */
  receiver: Receiver | undefined
  /** Socket.IO servers that are attached to this proxy. */
  socketServers: Set<object>
}

/** The contexts of all tenants, each with everything of its own: connections, limits, keys, stores. */
export interface Tenants {
  /** Returns the context of users without a tenant, which is always there. */
  root: () => ProxyContext
  /** Returns the context of a tenant, made when it is first needed. */
  of: (tenant: string | undefined) => ProxyContext
  /** Returns the context of a tenant that has been needed lately. */
  find: (tenant: string | undefined) => ProxyContext | undefined
  all: () => ProxyContext[]
}

/** One request for an operation, its user known. */
export interface OperationCall {
  context: ProxyContext
  request: ChatRequest
  requestId: string
  user: ChatUser
  /** Values of the path's parameters. */
  params: Readonly<Record<string, string>>
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
