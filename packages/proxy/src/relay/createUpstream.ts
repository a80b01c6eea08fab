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
  nextSeq,
  onChange,
  onOutage,
}: {
  userId: string
  watch: (parameters: WatchParameters) => () => void
  clock: Clock
  nextSeq: () => number
  onChange: () => void
  onOutage: (reason: string) => void
}): Upstream {
  let current: Unanswered = { status: 'unknown', count: null, tone: null, seq: nextSeq(), at: null }
  const values = createThrottle<UnansweredValue>({
    clock,
    intervalMs: changeIntervalMs,
    emit: (value) => {
      current = { status: 'live', ...value, seq: nextSeq() }
      onChange()
    },
  })
  const unwatch = watch({
    userId,
    onValue: values.push,
    onOutage: (reason) => {
      values.flush()
      onOutage(reason)
      if (current.status !== 'live') return // Unknown stays unknown: an outage is no value.
      current = { ...current, status: 'stale', seq: nextSeq() }
      onChange()
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
