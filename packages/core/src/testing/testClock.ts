import type { Clock } from '../clock.ts'

/** A clock whose time passes only when a test says so: it leaves no timer behind. */
export interface TestClock extends Clock {
  /** Lets time pass: runs what is due, in order, and whatever follows from it at once. */
  advance: (ms: number) => void
}

/** Makes a {@link TestClock} that begins at a time of its own, in milliseconds since 1970. */
export function createTestClock(startsAt = Date.UTC(2026, 0, 2, 3, 4, 5)): TestClock {
  const timers = new Set<{ at: number; callback: () => void }>()
  let elapsed = 0
  const takeNext = (until: number): { at: number; callback: () => void } | undefined => {
    const [next] = [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)
    if (next) timers.delete(next)
    return next
  }
  return {
    now: () => startsAt + elapsed,
    elapsed: () => elapsed,
    after: (ms, callback) => {
      const timer = { at: elapsed + ms, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance: (ms) => {
      const until = elapsed + ms
      for (let due = takeNext(until); due; due = takeNext(until)) {
        elapsed = Math.max(elapsed, due.at)
        due.callback()
      }
      elapsed = until
    },
  }
}
