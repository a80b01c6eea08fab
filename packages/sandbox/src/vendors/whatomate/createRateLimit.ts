const windowMs = 60_000

/** Counts requests by the minute. */
export interface RateLimit {
  /** Counts one. The headers are those of servers that say how far one is. */
  take: () => { allowed: boolean; headers: Record<string, string> }
}

/** Creates the count of one budget; it begins anew with every minute. */
export function createRateLimit({ requests, now }: { requests: number; now: () => number }): RateLimit {
  let minute = 0
  let count = 0
  return {
    take() {
      const current = Math.floor(now() / windowMs)
      if (current !== minute) count = 0
      minute = current
      count++
      const headers = {
        'x-ratelimit-limit': String(requests),
        'x-ratelimit-remaining': String(Math.max(0, requests - count)),
        'x-ratelimit-reset': String(((current + 1) * windowMs) / 1000),
      }
      return { allowed: count <= requests, headers }
    },
  }
}
