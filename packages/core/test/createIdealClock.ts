import { type Clock, systemClock } from '../src/clock.ts'

/** The browser's clock, which also counts the time that its timers let pass. */
export interface IdealClock extends Clock {
  /** Returns the milliseconds that would have passed if everything but waiting took no time: a busy machine does not count. */
  waited: () => number
}

/** Makes an {@link IdealClock}. */
export function createIdealClock(): IdealClock {
  let waited = 0
  return {
    ...systemClock,
    waited: () => waited,
    after: (ms, callback) => {
      const due = waited + ms
      return systemClock.after(ms, () => {
        waited = Math.max(waited, due)
        callback()
      })
    },
  }
}
