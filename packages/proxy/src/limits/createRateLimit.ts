import type { Clock } from '../clock.ts'

/** Keys to remember; the one used longest ago is forgotten first. */
const maxKeys = 10_000

/** Counts one more for a key. @returns the milliseconds to wait first, or 0. */
export type RateLimit = (key: string) => number

/** Makes a limit of `max` within any `perMs`, for each key. */
export function createRateLimit({ clock, max, perMs }: { clock: Clock; max: number; perMs: number }): RateLimit {
  const uses = new Map<string, number[]>()
  return (key) => {
    const now = clock.elapsed()
    const recent = (uses.get(key) ?? []).filter((time) => now - time < perMs)
    uses.delete(key) // To be the latest.
    uses.set(key, recent)
    const [oldestKey] = uses.keys()
    if (uses.size > maxKeys && oldestKey !== undefined) uses.delete(oldestKey)
    const [oldest] = recent
    if (recent.length >= max && oldest !== undefined) return oldest + perMs - now
    recent.push(now)
    return 0
  }
}
