import type { Clock } from '../clock.ts'

const minuteMs = 60_000

/** Counts one more for a user. @returns the milliseconds to wait first, or 0. */
export type MinuteLimit = (userId: string) => number

/** Makes a limit of `perMinute` for each user, counted in whole minutes of elapsed time. */
export function createMinuteLimit({ clock, perMinute }: { clock: Clock; perMinute: number }): MinuteLimit {
  const counts = new Map<string, number>()
  let minute = Number.NaN
  return (userId) => {
    const now = clock.elapsed()
    if (Math.floor(now / minuteMs) !== minute) counts.clear()
    minute = Math.floor(now / minuteMs)
    const count = counts.get(userId) ?? 0
    if (count >= perMinute) return (minute + 1) * minuteMs - now
    counts.set(userId, count + 1)
    return 0
  }
}
