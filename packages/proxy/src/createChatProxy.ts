import type { Backend, ChatContact } from './backend.ts'
import { systemClock } from './clock.ts'
import { type ProxyContext, rememberContext } from './context.ts'
import { InvalidOptionsError, OperationError } from './errors.ts'
import { handleRequest } from './handleRequest.ts'
import { fromWebRequest } from './http/fromWebRequest.ts'
import { toWebResponse } from './http/toWebResponse.ts'
import { createEnsureUser, type EnsureUser } from './identity/createEnsureUser.ts'
import { createIdentify } from './identity/createIdentify.ts'
import { createMinuteLimit } from './limits/createMinuteLimit.ts'
import { defaultLimits, type ProxyLimits } from './limits/limits.ts'
import { createConnections } from './live/createConnections.ts'
import { createProxyLogger } from './logger.ts'
import { saveContacts } from './operations/saveContacts.ts'
import { type ChatProxyOptions, parseOptions } from './parseOptions.ts'
import { createRelay } from './relay/createRelay.ts'

/** The server side of the chats, mounted in a CRM's server. */
export interface ChatProxy {
  basePath: string
  /** Handles one request; everything else is an adapter to this. Never rejects. */
  fetch: (request: Request) => Promise<Response>
  /**
   * Saves contacts and their responsible users at the vendor, in calls of a hundred.
   * @throws {OperationError} when a call fails; the contacts of the calls before it are saved.
   */
  saveContacts: (contacts: ChatContact[]) => Promise<void>
  /** Ends the live streams of a user, e.g. who has logged out. */
  revoke: (userId: string) => void
  /** Ends all live streams and the sockets to the vendor. */
  close: () => Promise<void>
}

/**
 * Makes the proxy between the CRM's pages and the vendor. It keeps the key, takes the user from the CRM's own session and
 * offers a page four operations.
 * @throws {InvalidOptionsError}
 * @example
 * const chat = createChatProxy({
 *   backend: wazzupV2({ apiKey: process.env.WAZZUP_API_KEY }),
 *   identify: (request) => sessionUser(request),
 *   authorizeChats: ({ user, chats }) => mayOpen({ user, chats }),
 * })
 */
export function createChatProxy(options: ChatProxyOptions): ChatProxy {
  const context = createContext(options)
  const { backend, basePath, connections, relay } = context
  const chat: ChatProxy = {
    basePath,
    fetch: async (request) => {
      const response = await handleRequest({ context, request: fromWebRequest(request) })
      return toWebResponse({ response, signal: request.signal })
    },
    saveContacts: (contacts) => saveContacts({ backend, contacts }),
    revoke: connections.endUser,
    close: async () => {
      connections.endAll()
      relay.close()
    },
  }
  rememberContext({ chat, context })
  return chat
}

function createContext(options: ChatProxyOptions): ProxyContext {
  const { backend, authorizeChats, clock = systemClock } = options
  const { basePath, allowedOrigins } = parseOptions(options)
  const limits: ProxyLimits = { ...defaultLimits, ...options.limits }
  const logger = createProxyLogger({ logger: options.logger, redact: backend.redact })
  return {
    backend,
    basePath,
    allowedOrigins,
    limits,
    clock,
    logger,
    identify: createIdentify({ identify: options.identify, clock, timeoutMs: limits.hookTimeoutMs, logger }),
    authorizeChats,
    ensureUser: toEnsureUser(options),
    countWindow: createMinuteLimit({ clock, perMinute: limits.windowsPerMinute }),
    relay: createRelay({ watch: toWatch(backend), clock, lingerMs: limits.lingerMs, logger }),
    connections: createConnections({ perUser: limits.connectionsPerUser }),
    socketServers: new Set(),
  }
}

function toEnsureUser({ backend, ensureUser, clock = systemClock }: ChatProxyOptions): EnsureUser | undefined {
  if (!ensureUser) return undefined
  const { name, saveUser } = backend
  if (saveUser) return createEnsureUser({ saveUser, clock })
  throw new InvalidOptionsError(`createChatProxy cannot ensure users: ${name} keeps none. Leave ensureUser out.`)
}

/** Returns the vendor's counter, or a function that reports that the vendor has none. */
function toWatch({ name, watchUnanswered }: Backend): NonNullable<Backend['watchUnanswered']> {
  if (watchUnanswered) return watchUnanswered
  return () => {
    throw new OperationError({ code: 'not_supported', message: `${name} has no counter of unanswered messages.` })
  }
}
