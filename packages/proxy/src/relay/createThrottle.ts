import type { Clock } from '../clock.ts'

/** Passes the first value on at once, then the newest one per interval. The last value always arrives. */
export interface Throttle<Value> {
  push: (value: Value) => void
  /** Emits the value that is held back, now. */
  flush: () => void
  /** Drops the value that is held back. */
  cancel: () => void
}

/** Makes a {@link Throttle}. */
export function createThrottle<Value>({
  clock,
  intervalMs,
  emit,
}: {
  clock: Clock
  intervalMs: number
  emit: (value: Value) => void
}): Throttle<Value> {
  let held: { value: Value } | null = null
  let stopTimer: (() => void) | null = null

  function flush(): void {
    const due = held
    held = null
    if (due) emit(due.value)
  }

  function endInterval(): void {
    stopTimer = null
    if (held) startInterval()
    flush()
  }

  function startInterval(): void {
    stopTimer = clock.after(intervalMs, endInterval)
  }

  return {
    push: (value) => {
      held = { value }
      if (stopTimer) return
      startInterval()
      flush()
    },
    flush,
    cancel: () => {
      held = null
      stopTimer?.()
      stopTimer = null
    },
  }
}
