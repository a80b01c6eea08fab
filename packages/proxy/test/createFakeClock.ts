import type { Clock } from '../src/clock.ts'

/** A clock that stands still until a test advances it. */
export interface FakeClock extends Clock {
  /** Sets the time of day, forwards or back; no time passes. */
  setBack: (ms: number) => void
  /** Advances the time and runs the callbacks that are due, in order. */
  advance: (ms: number) => void
  /** Number of callbacks that are waiting. */
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
  let setBackMs = 0

  function nextDue(until: number): Timer | undefined {
    return [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
  }

  return {
    now: () => now - setBackMs,
    elapsed: () => now - startMs,
    setBack: (ms) => {
      setBackMs += ms
    },
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
