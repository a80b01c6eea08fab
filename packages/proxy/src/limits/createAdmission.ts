import type { Clock } from '../clock.ts'
import { OperationError } from '../errors.ts'

/** Lets requests in before anything is done for them, the CRM's hooks included. */
export interface Admission {
  /** Takes a request in. @returns a function to call at its end. @throws {OperationError} `busy` */
  enter: () => () => void
  /** Takes a live stream or socket in. @throws {OperationError} `busy` */
  enterStream: () => void
}

/**
 * Makes an {@link Admission}: `maxRequests` at a time, and `streamsPerSecond`, with a burst of one second. Those who are
 * refused come back spread over the time that all of them need.
 */
export function createAdmission({
  clock,
  maxRequests,
  streamsPerSecond,
  random = Math.random,
}: {
  clock: Clock
  maxRequests: number
  streamsPerSecond: number
  /** Numbers from 0 up to 1. */
  random?: () => number
}): Admission {
  let requests = 0
  let places = streamsPerSecond
  let refused = 0
  let filledAt = clock.elapsed()

  function leave(): void {
    requests -= 1
  }

  function refill(): void {
    const now = clock.elapsed()
    places = Math.min(streamsPerSecond, places + ((now - filledAt) / 1000) * streamsPerSecond)
    filledAt = now
  }

  return {
    enter: () => {
      if (requests >= maxRequests) throw busy(1_000 + random() * 2_000)
      requests += 1
      return leave
    },
    enterStream: () => {
      refill()
      if (places < 1) {
        refused += 1
        throw busy(1_000 + random() * Math.max(2_000, (refused / streamsPerSecond) * 1000))
      }
      places -= 1
      refused = Math.max(0, refused - 1)
    },
  }
}

function busy(retryAfterMs: number): OperationError {
  const message = 'The chat proxy takes no more requests at the moment.'
  return new OperationError({ code: 'busy', message, retryAfterMs: Math.round(retryAfterMs) })
}
