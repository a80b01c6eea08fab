import type { Session, WindowLink, WindowRequest } from '@crm-chat/protocol'
import type { ChatOptions } from './chatOptions.ts'
import type { ClientContext } from './clientContext.ts'
import { type Clock, systemClock } from './clock.ts'
import { createStore, type OwnStore, type Store } from './createStore.ts'
import { failToLoad } from './failToLoad.ts'
import type { JsonRequest } from './http/sendRequest.ts'
import type { Capabilities, CapabilitiesStore } from './session/capabilities.ts'
import type { LiveEvent } from './transports/transport.ts'
import { createUnansweredStore, type UnansweredStore } from './unanswered/createUnansweredStore.ts'
import type { WordsState } from './words/words.ts'

/** Options of one request. */
export interface RequestOptions {
  signal?: AbortSignal | undefined
}

/** A request of {@link ChatClient.request}. */
export type ChatRequest<Body> = Pick<
  JsonRequest<Body>,
  'operation' | 'path' | 'method' | 'body' | 'headers' | 'parse' | 'signal' | 'onUpload'
>

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
  /**
   * The latest live event other than the number, while `unanswered` has a subscriber and the proxy has a stream. `lost`, with the
   * code of the reason, is one of the page's own: the connection is over for now.
   */
  events: Store<LiveEvent | undefined>
  /** Sends any operation of the proxy, and parses its response. @throws {ChatError} */
  request: <Body>(request: ChatRequest<Body>) => Promise<Body>
  /** Words of the components. To change the language, set its name as the state: its words take the place of the name. */
  words: OwnStore<WordsState>
  /** Returns milliseconds since 1970 by the server's clock, as far as it is known. */
  now: () => number
  /** Time and timers of the client. */
  clock: Clock
  /** Options that it was made with. */
  options: ChatOptions
  /** Aborts when the client is closed. */
  signal: AbortSignal
  /** Ends the live connection, every chat window and every open request, for good. */
  close: () => void
}

/**
 * Makes a page's client of the proxy that its CRM has mounted. One per page is enough.
 * @example
 * const chat = createChat({ endpoint: '/chat' })
 * chat.unanswered.subscribe((state) => { if (state.status === 'live') show(state.count) })
 */
export function createChat(options: ChatOptions = {}): ChatClient {
  const { endpoint = '/chat', clock = systemClock } = options
  const closing = new AbortController()
  const { signal } = closing
  const capabilities = createStore<Capabilities>(undefined, (_, isMore) => {
    // A failure leaves them unknown: the operation itself gives the reason.
    if (isMore && !capabilities.getState())
      load()
        .then((part) => part.readSessionOnce(chat))
        .catch(() => undefined)
  })
  const load = async () => (await import('./operations.ts').catch(failToLoad)).operations
  const chat: ChatClient & ClientContext = {
    options,
    endpoint: endpoint.replace(/\/+$/, ''),
    clock,
    signal,
    capabilities,
    serverOffsetMs: 0,
    users: {},
    session: async (request) => (await load()).readSession(chat, request),
    openWindow: async (request, requestOptions) => (await load()).fetchWindowLink(chat, request, requestOptions),
    words: createStore<WordsState>(options.locale),
    unanswered: createUnansweredStore({
      load: async () => (await import('./live.ts')).live.getKeeper(chat),
      clock,
      signal,
    }),
    events: createStore<LiveEvent | undefined>(undefined),
    request: async (request) => (await load()).sendClientRequest({ context: chat, ...request }),
    now: () => clock.now() + chat.serverOffsetMs,
    close: () => closing.abort(),
  }
  return chat
}
