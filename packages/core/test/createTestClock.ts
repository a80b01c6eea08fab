import type { Clock } from '../src/clock.ts'

/** A clock whose time passes only when a test says so. */
export interface TestClock extends Clock {
  /** Lets time pass: runs what is due, in order, and whatever follows from it. */
  advance: (ms: number) => Promise<void>
  /** Number of timers that wait. */
  waiting: () => number
}

/** Makes a {@link TestClock}. */
export function createTestClock(): TestClock {
  const timers = new Map<object, { at: number; callback: () => void }>()
  let elapsed = 0
  const next = (until: number): [object, { at: number; callback: () => void }] | undefined =>
    [...timers].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at)[0]
  return {
    now: () => Date.UTC(2030, 0, 1) + elapsed,
    elapsed: () => elapsed,
    after: (ms, callback) => {
      const id = {}
      timers.set(id, { at: elapsed + ms, callback })
      return () => timers.delete(id)
    },
    advance: async (ms) => {
      const until = elapsed + ms
      await settle()
      for (let due = next(until); due; due = next(until)) {
        const [id, { at, callback }] = due
        timers.delete(id)
        elapsed = Math.max(elapsed, at)
        callback()
        await settle()
      }
      elapsed = until
    },
    waiting: () => timers.size,
  }
}

/** Lets promises do what they can do without any time passing. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
