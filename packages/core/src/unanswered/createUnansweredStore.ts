import type { Clock } from '../clock.ts'
import { createStore, type Store } from '../createStore.ts'
import type { BadgePart } from '../look/badge/badgePart.ts'
import type { CounterKeeper } from './createCounterKeeper.ts'
import type { UnansweredState } from './unansweredState.ts'

/** A store that is connected while it has subscribers. */
export interface UnansweredStore extends Store<UnansweredState> {
  /** Code that draws a number. It comes with the connection, and so before any number does. */
  badge?: BadgePart
}

/** Options of {@link createUnansweredStore}. */
export interface UnansweredStoreOptions {
  /** Loads what connects the store. It is called whenever the number of subscribers changes. */
  load: () => Promise<CounterKeeper>
  clock: Clock
  /** Ends the store for good. */
  signal: AbortSignal
}

/**
 * Makes the store of the unanswered counter: the first subscriber connects it, the last one disconnects it. Code that does not
 * come, because the browser is offline or another version has been deployed, is requested again like a lost connection.
 */
export function createUnansweredStore({ load, clock, signal }: UnansweredStoreOptions): UnansweredStore {
  let subscribers = 0
  let stopRetry: (() => void) | undefined
  const review = (): void => {
    stopRetry?.()
    load().then(
      (keep) => keep(store, subscribers),
      () => {
        if (!subscribers || signal.aborted) return
        store.setState({ status: 'error', code: 'network' })
        stopRetry = clock.after(retryMs, review)
      },
    )
  }
  const store = createStore<UnansweredState>({ status: 'idle' }, (count) => {
    subscribers = count
    if (signal.aborted) return
    if (count && store.getState().status === 'idle') store.setState({ status: 'connecting' })
    review()
  })
  signal.addEventListener('abort', () => store.setState({ status: 'idle' }))
  return store
}

const retryMs = 5000
