import type { Clock } from '../clock.ts'
import { createStore, type OwnStore, type Store } from '../createStore.ts'
import type { UnansweredState } from './unansweredState.ts'

/** A store that is connected while it has subscribers. */
export type UnansweredStore = Store<UnansweredState>

/** The store as a connection sees it. */
export interface StoreConnection extends Pick<OwnStore<UnansweredState>, 'getState' | 'setState'> {
  /** Ends the connection, which changes nothing any more. */
  signal: AbortSignal
}

/** Options of {@link createUnansweredStore}. */
export interface UnansweredStoreOptions {
  /** Connects until the signal aborts. */
  open: (connection: StoreConnection) => void
  clock: Clock
  /** Ends the store for good. */
  signal: AbortSignal
  /** Time for which the connection outlives its last subscriber, over route changes and StrictMode. @default 3000 */
  lingerMs?: number
}

/** Makes the store of the unanswered counter: the first subscriber connects it, the last one disconnects it. */
export function createUnansweredStore({
  open,
  clock,
  signal,
  lingerMs = 3000,
}: UnansweredStoreOptions): UnansweredStore {
  const idle: UnansweredState = { status: 'idle' }
  let stopLingering: (() => void) | undefined
  let connection: AbortController | undefined
  const stop = (): void => {
    stopLingering?.()
    connection?.abort()
    connection = undefined
    store.setState(idle)
  }
  const store = createStore<UnansweredState>(idle, (count) => {
    stopLingering?.()
    if (!count) {
      if (connection) stopLingering = clock.after(lingerMs, stop)
    } else if (!connection && !signal.aborted) {
      connection = new AbortController()
      store.setState({ status: 'connecting' })
      open({ ...store, signal: connection.signal })
    }
  })
  signal.addEventListener('abort', stop)
  return store
}
