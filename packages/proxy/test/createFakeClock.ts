import type { Clock } from '../src/clock.ts'

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Goes on, running what falls due on the way, in order. */
  advance: (ms: number) => void
  /** How many callbacks are waiting. */
  pending: () => number
}

interface Timer {
  at: number
  callback: () => void
}

/** Makes a {@link FakeClock}. */
export function createFakeClock(startMs = Date.UTC(2030, 0, 1)): FakeClock {
  const timers = new Set<Timer>()
  let now = startMs

  function nextDue(until: number): Timer | undefined {
    return [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
  }

  return {
    now: () => now,
    after: (ms, callback) => {
      const timer = { at: now + ms, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance: (ms) => {
      const until = now + ms
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer)
        now = timer.at
        timer.callback()
      }
      now = until
    },
    pending: () => timers.size,
  }
}
