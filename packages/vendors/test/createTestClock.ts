import type { Clock } from '../src/http/clock.ts'

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  /** Moves the wall clock, as an operator or a time server does. No time passes. */
  shiftWallClock: (byMs: number) => void
  /** Lets time pass, and wakes sleepers in order. */
  advance: (ms: number) => Promise<void>
  /** Remaining time of each sleeper. */
  sleepers: () => number[]
}

interface Sleeper {
  until: number
  wake: () => void
}

/** Makes a clock for a test. It starts at 2026-01-01. */
export function createTestClock(): TestClock {
  let now = 0
  let offset = Date.UTC(2026, 0, 1)
  const sleeping = new Set<Sleeper>()
  return {
    now: () => offset + now,
    elapsed: () => now,
    shiftWallClock(byMs) {
      offset += byMs
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          sleeping.delete(sleeper)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        const sleeper: Sleeper = { until: now + ms, wake }
        if (signal.aborted) return resolve()
        sleeping.add(sleeper)
        signal.addEventListener('abort', wake)
      }),
    async advance(ms) {
      const end = now + ms
      await settle()
      for (let next = earliest(sleeping); next && next.until <= end; next = earliest(sleeping)) {
        now = Math.max(now, next.until)
        next.wake()
        await settle()
      }
      now = end
      await settle()
    },
    sleepers: () => [...sleeping].map((sleeper) => sleeper.until - now),
  }
}

function earliest(sleeping: Set<Sleeper>): Sleeper | undefined {
  return [...sleeping].sort((a, b) => a.until - b.until)[0]
}

/** Lets all pending promises settle. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
