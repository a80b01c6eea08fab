import { defaultBasePath, type Session, sessionSchema, type WindowLink, type WindowRequest } from '@crm-chat/protocol'
import type { ChatHttp } from './http/chatHttp.ts'
import { createServerClock } from './http/createServerClock.ts'
import { sendRequest } from './http/sendRequest.ts'
import { type CapabilitiesStore, createSessionReader, type SessionReader } from './session/createSessionReader.ts'
import { createUserGuard, type UserChange, type UserGuard } from './session/createUserGuard.ts'
import { canFindTabs, connectOnce } from './tabs/connectOnce.ts'
import { createDefaultTransport } from './transports/createDefaultTransport.ts'
import type { Transport } from './transports/transport.ts'
import type { Connect } from './unanswered/connection.ts'
import { createUnansweredStore, type UnansweredStore } from './unanswered/createUnansweredStore.ts'
import { fullJitterMs } from './unanswered/fullJitterMs.ts'
import { keepConnected } from './unanswered/keepConnected.ts'
import { fetchWindowLink } from './window/fetchWindowLink.ts'

/** Options of {@link createChat}. */
export interface ChatOptions {
  /** Path or address of the proxy. @default '/chat' */
  endpoint?: string | undefined
  /** @default globalThis.fetch */
  fetch?: typeof fetch | undefined
  /** Transport of live values. @default sse(), or polling() where the proxy has no stream */
  transport?: Transport | undefined
  /** Lets all tabs of the browser share one live connection per user, where the browser can do that. @default true */
  shareConnection?: boolean | undefined
  /** Sends cookies or not: `include` when the proxy is on another origin. @default 'same-origin' */
  credentials?: RequestCredentials | undefined
  /** Deadline of one request. @default 15_000 */
  timeoutMs?: number | undefined
  /** Wait before the `attempt`-th reconnect in a row, from 0. @default full jitter, from half a second to half a minute */
  retryDelayMs?: ((attempt: number) => number) | undefined
  /**
   * Called when the server knows another user than the one this page began with, e.g. after a login in another tab. The
   * counter is `unauthenticated` then: reload the page, or make another client.
   */
  onUserChange?: ((change: UserChange) => void) | undefined
}

/** Options of one request. */
export interface RequestOptions {
  signal?: AbortSignal | undefined
}

/** A page's client of the proxy. It sends nothing before it is used. */
export interface ChatClient {
  endpoint: string
  /** Reads the user, and what the proxy offers. @throws {ChatError} */
  session: (options?: RequestOptions) => Promise<Session>
  /**
   * Things that the proxy offers this user, e.g. `window`; undefined while unknown. The session is read once there is a
   * subscriber.
   */
  capabilities: CapabilitiesStore
  /** Mints a link to a chat window: a credential, for a frame and nothing else. @throws {ChatError} */
  openWindow: (request: WindowRequest, options?: RequestOptions) => Promise<WindowLink>
  /** The number of messages that wait for a reply. Connected while it has subscribers. */
  unanswered: UnansweredStore
  /** Returns milliseconds since 1970 by the server's clock, as far as it is known. */
  now: () => number
  /** Ends the live connection and every open request, for good. */
  close: () => void
}

/**
 * Makes a page's client of the proxy that its CRM has mounted. One per page is enough.
 * @example
 * const chat = createChat({ endpoint: '/chat' })
 * chat.unanswered.subscribe((state) => { if (state.status === 'live') show(state.count) })
 */
export function createChat(options: ChatOptions = {}): ChatClient {
  const http = toHttp(options)
  const clock = createServerClock()
  const closing = new AbortController()
  const user = createUserGuard(options.onUserChange)
  const session = createSessionReader(() => fetchSession())
  const connect = toConnect({ http, options, session, user })
  const unanswered = createUnansweredStore({ connect, signal: closing.signal })
  const common = ({ signal }: RequestOptions) => ({
    signal: signal ? AbortSignal.any([signal, closing.signal]) : closing.signal,
    onResponse: clock.observe,
  })
  const fetchSession = async (requestOptions: RequestOptions = {}): Promise<Session> => {
    const response = await sendRequest(http, { operation: 'session', schema: sessionSchema, ...common(requestOptions) })
    user.isOwn(response.user.id)
    return response
  }
  return {
    endpoint: http.endpoint,
    session: async (requestOptions) => {
      const response = await fetchSession(requestOptions)
      session.observe(response)
      return response
    },
    capabilities: session.capabilities,
    openWindow: (request, requestOptions = {}) =>
      fetchWindowLink({ http, request, capabilities: session.capabilities.getState(), ...common(requestOptions) }),
    unanswered,
    now: clock.now,
    close: () => closing.abort(new DOMException('The chat client was closed.', 'AbortError')),
  }
}

function toConnect({
  http,
  options,
  session,
  user,
}: {
  http: ChatHttp
  options: ChatOptions
  session: SessionReader
  user: UserGuard
}): Connect {
  const { retryDelayMs = fullJitterMs, shareConnection = true } = options
  const transport = options.transport ?? createDefaultTransport(session)
  const connect: Connect = (events) =>
    keepConnected({ http, transport, retryDelayMs, isOwnUser: user.isOwn, ...events })
  return shareConnection && canFindTabs()
    ? connectOnce({ endpoint: http.endpoint, readSession: session.read, isOwnUser: user.isOwn, connect })
    : connect
}

function toHttp(options: ChatOptions): ChatHttp {
  return {
    endpoint: (options.endpoint ?? defaultBasePath).replace(/\/+$/, ''),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    credentials: options.credentials ?? 'same-origin',
    timeoutMs: options.timeoutMs ?? 15_000,
  }
}
