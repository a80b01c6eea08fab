import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ChatHttp } from '../http/chatHttp.ts'
import type { Transport } from '../transports/transport.ts'
import { fullJitterMs } from './fullJitterMs.ts'
import { keepConnected } from './keepConnected.ts'
import { type UnansweredState, withLoss, withValue } from './unansweredState.ts'

/** A store that is connected while it has subscribers. */
export type UnansweredStore = Pick<StoreApi<UnansweredState>, 'getState' | 'getInitialState' | 'subscribe'>

/** Options of {@link createUnansweredStore}. */
export interface UnansweredStoreOptions {
  http: ChatHttp
  transport: Transport
  /** Ends the store for good. */
  signal: AbortSignal
  /** @default fullJitterMs */
  retryDelayMs?: ((attempt: number) => number) | undefined
  /** How long the connection outlives its last subscriber: route changes and StrictMode come back. @default 3000 */
  lingerMs?: number
}

/** The unanswered counter: the first subscriber connects it, the last one disconnects it. */
export function createUnansweredStore(options: UnansweredStoreOptions): UnansweredStore {
  const { signal, lingerMs = 3000 } = options
  const store = createStore<UnansweredState>(() => ({ status: 'idle' }))
  let subscribers = 0
  let lingering: ReturnType<typeof setTimeout> | undefined
  let connection: AbortController | undefined

  const connect = (): void => {
    clearTimeout(lingering)
    if (connection || signal.aborted) return
    connection = new AbortController()
    store.setState({ status: 'connecting' }, true)
    void run({ ...options, store, signal: connection.signal })
  }
  const disconnect = (): void => {
    clearTimeout(lingering)
    connection?.abort()
    connection = undefined
    store.setState({ status: 'idle' }, true)
  }
  signal.addEventListener('abort', disconnect, { once: true })

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: (listener) => {
      const unsubscribe = store.subscribe(listener)
      subscribers += 1
      connect()
      return once(() => {
        unsubscribe()
        subscribers -= 1
        if (subscribers === 0 && connection) lingering = setTimeout(disconnect, lingerMs)
      })
    },
  }
}

function run(options: UnansweredStoreOptions & { store: StoreApi<UnansweredState> }): Promise<void> {
  const { store, http, transport, signal, retryDelayMs = fullJitterMs } = options
  return keepConnected({
    http,
    transport,
    signal,
    retryDelayMs,
    onValue: (value) => store.setState(withValue(store.getState(), value), true),
    onLoss: (error) => store.setState(withLoss(store.getState(), error), true),
  })
}

/** React and others may call an unsubscribe twice. */
function once(action: () => void): () => void {
  let done = false
  return () => {
    if (!done) action()
    done = true
  }
}
