import { abortable } from './abortable.ts'
import type { Clock } from './clock.ts'

/** Rate limit: a number of requests within a time. */
export interface RequestLimit {
  requests: number
  perMs: number
}

/** Rate limiter that keeps the order of requests. */
export interface Limiter {
  /** Resolves when the request may be sent; rejects with the signal's reason if it aborts first. */
  enter: (signal: AbortSignal) => Promise<void>
  /** Lets the request leave at once if nobody waits and the limit allows it. @returns true if so */
  enterNow: () => boolean
}

/** Limits requests in a sliding window: no period of `perMs` holds more than `requests`, wherever the vendor's own window begins. */
export function createLimiter({ requests, perMs, clock }: RequestLimit & { clock: Clock }): Limiter {
  const departures: number[] = []
  let tail: Promise<void> = Promise.resolve()
  let waiting = 0

  async function depart(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    const oldest = departures.length < requests ? undefined : departures.shift()
    const waitMs = oldest === undefined ? 0 : Math.min(perMs, oldest + perMs - clock.elapsed())
    if (waitMs > 0) await clock.sleep(waitMs, signal)
    if (signal.aborted && oldest !== undefined) departures.unshift(oldest)
    signal.throwIfAborted()
    departures.push(clock.elapsed())
  }

  return {
    enterNow() {
      const oldest = departures.length < requests ? undefined : departures[0]
      const now = clock.elapsed()
      if (waiting > 0 || (oldest !== undefined && oldest + perMs > now)) return false
      if (oldest !== undefined) departures.shift()
      departures.push(now)
      return true
    },
    enter(signal) {
      waiting += 1
      const turn = tail
        .then(() => depart(signal))
        .finally(() => {
          waiting -= 1
        })
      tail = turn.catch(() => undefined) // A cancelled request does not block the next ones.
      return abortable(turn, signal)
    },
  }
}
