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
}

/** Limits requests in a sliding window: no period of `perMs` holds more than `requests`, wherever the vendor's own window begins. */
export function createLimiter({ requests, perMs, clock }: RequestLimit & { clock: Clock }): Limiter {
  const departures: number[] = []
  let tail: Promise<void> = Promise.resolve()

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
    enter(signal) {
      const turn = tail.then(() => depart(signal))
      tail = turn.catch(() => undefined) // A cancelled request does not block the next ones.
      return abortable(turn, signal)
    },
  }
}
