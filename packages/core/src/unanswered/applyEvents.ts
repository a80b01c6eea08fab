import type { ConnectParameters } from './connection.ts'
import type { StoreConnection } from './createCounterKeeper.ts'
import { isOutdated, type ReceivedValue } from './isOutdated.ts'
import { withEvent } from './unansweredState.ts'

/** Returns a function that shows each event of a connection in the store, values that come too late left out. */
export function applyEvents({ getState, setState, signal }: StoreConnection): ConnectParameters['onEvent'] {
  let shown: ReceivedValue | undefined
  return (event, lead = 0) => {
    if (signal.aborted) return
    if (event.kind === 'value') {
      const received = { ...event, lead }
      if (shown && isOutdated(received, shown)) return
      shown = received
    }
    setState(withEvent(getState(), event))
  }
}
