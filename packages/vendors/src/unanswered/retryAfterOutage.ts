/** Delay before the next attempt after an outage of one user's own: full jitter, from half a second up to half a minute. */
export function retryAfterOutage({ attempt, random }: { attempt: number; random: () => number }): number {
  return 500 + random() * Math.min(29_500, 1_000 * 2 ** Math.min(attempt, 10))
}

/** Delay before the first attempt after a connection was lost: up to half a second, so that not all come at once. */
export function retryAfterDrop({ random }: { random: () => number }): number {
  return random() * 500
}

/** Delay after the vendor refused the connection: about a minute. */
export function retryAfterRefusal({ random }: { random: () => number }): number {
  return 30_000 + random() * 60_000
}

/** Delay before the next probe of a host that is away for `awayMs`: half a second in the first minute, then up to half a minute. */
export function probeAfter({ awayMs, random }: { awayMs: number; random: () => number }): number {
  const ms = awayMs < 60_000 ? 500 : Math.min(25_000, awayMs / 30)
  return ms * (0.8 + 0.4 * random())
}
