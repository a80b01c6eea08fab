import type { Namespace, Socket } from 'socket.io'

/** What a page may say. What it sends along is not read: the session names the user. */
interface PageEvents {
  apiV2IframeConnecting: () => void
}

/** What a page hears. */
interface CounterEvents {
  apiV2Notify: (data: { counter: number }) => void
}

/** A namespace of the counter. */
export type CounterNamespace = Namespace<PageEvents, CounterEvents>

/** A page's socket in one namespace. */
export type CounterSocket = Socket<PageEvents, CounterEvents>
