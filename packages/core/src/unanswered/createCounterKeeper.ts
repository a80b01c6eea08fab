import type { Clock } from '../clock.ts'
import type { OwnStore } from '../createStore.ts'
import type { UnansweredState } from './unansweredState.ts'

/** Connects a store while it has subscribers, whose number it is told when that changes. */
export type CounterKeeper = (store: OwnStore<UnansweredState>, subscribers: number) => void

/** The store as a connection sees it. */
export interface StoreConnection extends Pick<OwnStore<UnansweredState>, 'getState' | 'setState'> {
  /** Ends the connection, which changes nothing any more. */
  signal: AbortSignal
}

/** Options of {@link createCounterKeeper}. */
export interface CounterKeeperOptions {
  /** Connects until the signal aborts. It rejects where a part of the client does not load, and is called again then. */
  open: (connection: StoreConnection) => Promise<void>
  clock: Clock
  /** Ends the connection for good. */
  signal: AbortSignal
  /** Time for which the connection outlives its last subscriber, over route changes and StrictMode. @default 3000 */
  lingerMs?: number
}

/** Makes a {@link CounterKeeper} for one store. */
export function createCounterKeeper({ open, clock, signal, lingerMs = 3000 }: CounterKeeperOptions): CounterKeeper {
  let stopLingering: (() => void) | undefined
  let connection: AbortController | undefined
  return (store, subscribers) => {
    stopLingering?.()
    if (signal.aborted) return
    if (subscribers > 0) connection ??= connect(store)
    else if (connection) stopLingering = clock.after(lingerMs, () => connection?.abort())
  }

  function connect(store: OwnStore<UnansweredState>): AbortController {
    const controller = new AbortController()
    const handleClose = (): void => controller.abort()
    controller.signal.addEventListener('abort', () => {
      signal.removeEventListener('abort', handleClose)
      stopLingering?.()
      connection = undefined
      if (!signal.aborted) store.setState({ status: 'idle' })
    })
    signal.addEventListener('abort', handleClose)
    const run = (): void => {
      open({ ...store, signal: controller.signal }).catch(() => {
        if (controller.signal.aborted) return
        store.setState({ status: 'error', code: 'network' })
        clock.after(retryMs, () => controller.signal.aborted || run())
      })
    }
    run()
    return controller
  }
}

const retryMs = 5000
