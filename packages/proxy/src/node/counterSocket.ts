import type { Namespace, Socket } from 'socket.io'

/** Events that a page may send. Their data is not read: the session names the user. */
interface PageEvents {
  apiV2IframeConnecting: () => void
}

/** Events that a page receives. */
interface CounterEvents {
  apiV2Notify: (data: { counter: number }) => void
}

/** A namespace of the counter. */
export type CounterNamespace = Namespace<PageEvents, CounterEvents>

/** A page's socket in one namespace. */
export type CounterSocket = Socket<PageEvents, CounterEvents>
