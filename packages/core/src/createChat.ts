import type { Session, WindowLink, WindowRequest } from '@crm-chat/protocol'
import { ChatError } from './ChatError.ts'
import type { ChatOptions } from './chatOptions.ts'
import type { ClientContext } from './clientContext.ts'
import { type Clock, systemClock } from './clock.ts'
import { createStore } from './createStore.ts'
import type { Capabilities, CapabilitiesStore } from './session/capabilities.ts'
import { createUnansweredStore, type UnansweredStore } from './unanswered/createUnansweredStore.ts'
import { fullJitterMs } from './unanswered/fullJitterMs.ts'
import { loadConnection } from './unanswered/loadConnection.ts'

/** Options of one request. */
export interface RequestOptions {
  signal?: AbortSignal | undefined
}

/** A page's client of the proxy. It sends nothing, and loads no further code, before it is used. */
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
  /** Time and timers of the client. */
  clock: Clock
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
  const { endpoint = '/chat', clock = systemClock, retryDelayMs = fullJitterMs } = options
  const closing = new AbortController()
  const { signal } = closing
  const capabilities = createStore<Capabilities>(undefined)
  const context: ClientContext = {
    options,
    endpoint: endpoint.replace(/\/+$/, ''),
    clock,
    retryDelayMs,
    signal,
    capabilities,
    serverOffsetMs: 0,
    users: {},
  }
  const load = async () => (await import('./operations.ts').catch(failToLoad)).operations
  return {
    endpoint: context.endpoint,
    session: async (request) => (await load()).readSession({ context, ...request }),
    capabilities: {
      ...capabilities,
      subscribe: (listener) => {
        // A failure leaves them unknown: the operation itself gives the reason.
        if (!capabilities.getState())
          load()
            .then(({ readSessionOnce }) => readSessionOnce(context))
            .catch(() => undefined)
        return capabilities.subscribe(listener)
      },
    },
    openWindow: async (request, { signal } = {}) => (await load()).fetchWindowLink({ context, request, signal }),
    unanswered: createUnansweredStore({ clock, signal, open: (connection) => loadConnection({ context, connection }) }),
    now: () => clock.now() + context.serverOffsetMs,
    clock,
    close: () => closing.abort(new DOMException('The chat client was closed.', 'AbortError')),
  }
}

function failToLoad(cause: unknown): never {
  throw new ChatError({ code: 'network', message: 'A part of the chat did not load.', retryable: true, cause })
}
