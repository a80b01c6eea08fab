import { createStore, type StoreApi } from 'zustand/vanilla'
import { startTimer, type Timer } from '../timers.ts'
import type { Connect, ConnectionEvent } from './connection.ts'
import { isOutdated, type ReceivedValue } from './isOutdated.ts'
import { type UnansweredState, withEvent } from './unansweredState.ts'

/** A store that is connected while it has subscribers. */
export type UnansweredStore = Pick<StoreApi<UnansweredState>, 'getState' | 'getInitialState' | 'subscribe'>

/** Options of {@link createUnansweredStore}. */
export interface UnansweredStoreOptions {
  connect: Connect
  /** Ends the store for good. */
  signal: AbortSignal
  /** Time for which the connection outlives its last subscriber, over route changes and StrictMode. @default 3000 */
  lingerMs?: number
}

/** Makes the store of the unanswered counter: the first subscriber connects it, the last one disconnects it. */
export function createUnansweredStore({ connect, signal, lingerMs = 3000 }: UnansweredStoreOptions): UnansweredStore {
  const store = createStore<UnansweredState>(() => ({ status: 'idle' }))
  let subscribers = 0
  let lingering: Timer | undefined
  let connection: AbortController | undefined
  let shown: ReceivedValue | undefined

  const start = (): void => {
    clearTimeout(lingering)
    if (connection || signal.aborted) return
    connection = new AbortController()
    shown = undefined
    store.setState({ status: 'connecting' }, true)
    void connect({ signal: connection.signal, onEvent: handleEvent })
  }
  const handleEvent = (event: ConnectionEvent, lead = 0): void => {
    if (event.kind === 'value') {
      const received = { value: event.value, connection: event.connection, lead }
      if (shown && isOutdated(received, shown)) return
      shown = received
    }
    store.setState(withEvent(store.getState(), event), true)
  }
  const stop = (): void => {
    clearTimeout(lingering)
    connection?.abort()
    connection = undefined
    store.setState({ status: 'idle' }, true)
  }
  signal.addEventListener('abort', stop, { once: true })

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: (listener) => {
      const unsubscribe = store.subscribe(listener)
      subscribers += 1
      start()
      return once(() => {
        unsubscribe()
        subscribers -= 1
        if (subscribers === 0 && connection) lingering = startTimer(stop, lingerMs)
      })
    },
  }
}

/** React and others may call an unsubscribe twice. */
function once(action: () => void): () => void {
  let done = false
  return () => {
    if (!done) action()
    done = true
  }
}
