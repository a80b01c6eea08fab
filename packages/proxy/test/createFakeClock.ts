import type { Clock } from '../src/clock.ts'

/** A clock that stands still until a test advances it. */
export interface FakeClock extends Clock {
  /** Sets the time of day, forwards or back; no time passes. */
  setBack: (ms: number) => void
  /** Advances the time and runs the callbacks that are due, in order. */
  advance: (ms: number) => void
  /** Lets time pass while nothing runs, as in a busy process: what was due meanwhile runs late. */
  stall: (ms: number) => void
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
    let first: Timer | undefined
    for (const timer of timers) if (timer.at <= until && (!first || timer.at < first.at)) first = timer
    return first
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
        now = Math.max(now, timer.at)
        timer.callback()
      }
      now = until
    },
    stall: (ms) => {
      now += ms
    },
    pending: () => timers.size,
  }
}
