/** The time and timers of a client. Tests bring their own, e.g. one on which a day passes in a few seconds. */
export interface Clock {
  /** Returns milliseconds since 1970. */
  now: () => number
  /** Returns milliseconds since some moment in the past. It never jumps: every duration is measured by it. */
  elapsed: () => number
  /** Runs the callback once after that time, however long, unless the returned function is called first. */
  after: (ms: number, callback: () => void) => () => void
}

/** The browser's clock. Its longest wait, 24.8 days, stands for anything longer, `Infinity` and NaN included. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after: (ms, callback) => {
    // biome-ignore lint/complexity/useMathMinMax: NaN would be smaller, and a timer fires at once for it.
    const timer = setTimeout(callback, ms < longestMs ? ms : longestMs)
    return () => clearTimeout(timer)
  },
}

const longestMs = 2 ** 31 - 1
