/** Source of time, replaceable in tests. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number
  /** Resolves after the time has passed, or earlier when `signal` aborts; it never rejects. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const done = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal.addEventListener('abort', done)
    }),
}
