/** Delay before the next attempt after an outage: full jitter, from half a second up to half a minute. */
export function retryAfterOutage({ attempt, random }: { attempt: number; random: () => number }): number {
  return 500 + random() * Math.min(29_500, 1_000 * 2 ** Math.min(attempt, 10))
}

/** Delay after the vendor refused the connection: about a minute. */
export function retryAfterRefusal({ random }: { random: () => number }): number {
  return 30_000 + random() * 60_000
}
