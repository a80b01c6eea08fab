import type { Clock } from '../clock.ts'

/** Keys to remember; the one used longest ago is forgotten first. */
const maxKeys = 10_000

/** Counts one more for a key. @returns the milliseconds to wait first, or 0. */
export type RateLimit = (key: string) => number

/** Times of the uses of one key, the oldest at `first`. */
interface Uses {
  times: number[]
  first: number
}

/** Makes a limit of `max` within any `perMs`, for each key. */
export function createRateLimit({ clock, max, perMs }: { clock: Clock; max: number; perMs: number }): RateLimit {
  const usesByKey = new Map<string, Uses>()

  function usesOf(key: string): Uses {
    const uses = usesByKey.get(key) ?? { times: [], first: 0 }
    usesByKey.delete(key) // To be the latest.
    usesByKey.set(key, uses)
    const [oldest] = usesByKey.keys()
    if (usesByKey.size > maxKeys && oldest !== undefined) usesByKey.delete(oldest)
    return uses
  }

  return (key) => {
    const now = clock.elapsed()
    const uses = usesOf(key)
    dropBefore({ uses, time: now - perMs })
    const oldest = uses.times[uses.first]
    if (oldest !== undefined && uses.times.length - uses.first >= max) return oldest + perMs - now
    uses.times.push(now)
    return 0
  }
}

/** Drops the uses up to a time. The list is cut only when half of it is gone, so that each use costs the same. */
function dropBefore({ uses, time }: { uses: Uses; time: number }): void {
  const { times } = uses
  while ((times[uses.first] ?? Number.POSITIVE_INFINITY) <= time) uses.first += 1
  if (uses.first <= times.length / 2) return
  times.splice(0, uses.first)
  uses.first = 0
}
