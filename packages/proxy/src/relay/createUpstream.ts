import type { Unanswered } from '@crm-chat/protocol'
import type { UnansweredValue, WatchParameters } from '../backend.ts'
import type { Clock } from '../clock.ts'
import { createThrottle } from './createThrottle.ts'

/** At most 20 changes a second reach a browser, however many the vendor sends. */
const changeIntervalMs = 50

/** One user's counter at the vendor, and its last value. */
export interface Upstream {
  current: () => Unanswered
  close: () => void
}

/** Opens one user's counter at the vendor. `onChange` is called after each change of {@link Upstream.current}. */
export function createUpstream({
  userId,
  watch,
  clock,
  epoch,
  onChange,
  onOutage,
}: {
  userId: string
  watch: (parameters: WatchParameters) => () => void
  clock: Clock
  /** Of every value of this upstream. */
  epoch: number
  onChange: () => void
  onOutage: (reason: string) => void
}): Upstream {
  let current: Unanswered = { status: 'unknown', count: null, tone: null, epoch, seq: 0, at: null }
  function change(value: UnansweredValue, status: 'live' | 'stale'): void {
    current = { ...value, status, epoch, seq: current.seq + 1 }
    onChange()
  }
  const values = createThrottle<UnansweredValue>({
    clock,
    intervalMs: changeIntervalMs,
    emit: (value) => change(value, 'live'),
  })
  const unwatch = watch({
    userId,
    onValue: values.push,
    onOutage: (reason) => {
      values.flush()
      onOutage(reason)
      if (current.status === 'live') change(current, 'stale') // Unknown stays unknown: an outage is no value.
    },
  })
  return {
    current: () => current,
    close: () => {
      values.cancel()
      unwatch()
    },
  }
}
