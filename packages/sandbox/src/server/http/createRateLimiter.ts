/** Number of requests accepted per period; `false` for no limit. */
export type RateLimit = { requests: number; perMs: number } | false

/** Counts requests against a limit. */
export interface RateLimiter {
  /** Counts a request. @returns false if it is beyond the limit */
  count: () => boolean
  /** Forgets the requests counted so far. */
  reset: () => void
}

/** Creates a limiter of fixed periods: the count restarts with each of them. */
export function createRateLimiter({ limit, now }: { limit: RateLimit; now: () => number }): RateLimiter {
  let period = 0
  let counted = 0
  return {
    count() {
      if (!limit) return true
      const current = Math.floor(now() / limit.perMs)
      if (current !== period) counted = 0
      period = current
      counted++
      return counted <= limit.requests
    },
    reset() {
      counted = 0
    },
  }
}
