import type { Clock } from '../http/clock.ts'

/** Paces connects: so many a second, and a few at once after a rest. */
export interface Bucket {
  /** Time until the next one may leave; 0 for now. */
  waitMs: () => number
  take: () => void
  /** Allows none at once: for the first second after an outage, when everybody waits. */
  empty: () => void
}

/** Creates a token bucket on the monotonic clock. */
export function createBucket({
  perSecond,
  atOnce,
  clock,
}: {
  perSecond: number
  atOnce: number
  clock: Clock
}): Bucket {
  let tokens = atOnce
  let filledAtMs = clock.elapsed()
  function fill(): void {
    const now = clock.elapsed()
    tokens = Math.min(atOnce, tokens + ((now - filledAtMs) / 1_000) * perSecond)
    filledAtMs = now
  }
  return {
    waitMs() {
      fill()
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1_000)
    },
    take() {
      fill()
      tokens -= 1
    },
    empty() {
      fill()
      tokens = 0
    },
  }
}
