/** Returns the wait before the `attempt`-th reconnect, from 0: a random time up to half a second, doubling to half a minute. */
export function fullJitterMs(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(30_000, 500 * 2 ** attempt)
}
