import type { LiveEvent } from '../transports/transport.ts'
import type { ConnectParameters } from './connection.ts'
import type { StoreConnection } from './createCounterKeeper.ts'
import { isOutdated, type ReceivedValue } from './isOutdated.ts'
import { withEvent } from './unansweredState.ts'

/** Returns a function that shows each value of a connection in the store, unless it comes too late, and passes other events on. */
export function applyEvents(
  { getState, setState, signal }: StoreConnection,
  onLiveEvent: (event: LiveEvent) => void,
): ConnectParameters['onEvent'] {
  let shown: ReceivedValue | undefined
  return (event, lead = 0) => {
    if (signal.aborted) return
    if (event.kind === 'live') return onLiveEvent(event.event)
    if (event.kind === 'value') {
      const received = { ...event, lead }
      if (shown && isOutdated(received, shown)) return
      shown = received
    }
    setState(withEvent(getState(), event))
    if (event.kind === 'loss') onLiveEvent({ name: 'lost', data: { code: event.code } })
  }
}
