import type { Clock } from '../src/clock.ts'

/** A clock that stands still until the test moves it. */
export interface SteppedClock extends Clock {
  /** Moves it, running each timer at its time and what follows from that. */
  advance: (ms: number) => Promise<void>
}

/** Makes a {@link SteppedClock} that begins now. */
export function createSteppedClock(): SteppedClock {
  const startedAt = Date.now()
  const timers = new Set<{ at: number; run: () => void }>()
  let elapsed = 0
  const findNext = (until: number) => [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
  return {
    now: () => startedAt + elapsed,
    elapsed: () => elapsed,
    after: (ms, run) => {
      const timer = { at: elapsed + ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance: async (ms) => {
      const until = elapsed + ms
      for (let next = findNext(until); next; next = findNext(until)) {
        timers.delete(next)
        elapsed = Math.max(elapsed, next.at)
        next.run()
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve() // What follows sets its own timers.
      }
      elapsed = until
    },
  }
}
