import type { Clock } from '../clock.ts'

/** Keys used last that are remembered for certain; there are never more than twice as many. */
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
  let recent = new Map<string, Uses>()
  /** Keys used before those, all forgotten at a time: to find the oldest in one map would cost more than all the rest. */
  let older = new Map<string, Uses>()

  function usesOf(key: string): Uses {
    const known = recent.get(key)
    if (known) return known
    const uses = older.get(key) ?? { times: [], first: 0 }
    if (recent.size >= maxKeys) {
      older = recent
      recent = new Map()
    }
    recent.set(key, uses)
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
