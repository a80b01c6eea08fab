import type { Clock } from '../clock.ts'

const minuteMs = 60_000

/** Counts one more for a user. @returns how long to wait first, in milliseconds: 0 where there is room. */
export type MinuteLimit = (userId: string) => number

/** Lets each user do something so many times in a minute of the clock. */
export function createMinuteLimit({ clock, perMinute }: { clock: Clock; perMinute: number }): MinuteLimit {
  const counts = new Map<string, number>()
  let minute = Number.NaN
  return (userId) => {
    const now = clock.now()
    if (Math.floor(now / minuteMs) !== minute) counts.clear()
    minute = Math.floor(now / minuteMs)
    const count = counts.get(userId) ?? 0
    if (count >= perMinute) return (minute + 1) * minuteMs - now
    counts.set(userId, count + 1)
    return 0
  }
}
