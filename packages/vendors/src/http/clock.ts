/** Source of time, replaceable in tests. */
export interface Clock {
  /** Milliseconds since 1970, for stamps: it jumps when somebody sets the machine's clock. */
  now: () => number
  /** Milliseconds since any moment, never going back: every duration is measured with it. */
  elapsed: () => number
  /** Resolves after the time has passed, however long, or earlier when `signal` aborts; it never rejects. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** The machine's clock. It sleeps as long as it is asked to: 30 days are 30 days, and `Infinity` ends with the signal only. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      let timer: ReturnType<typeof setTimeout>
      const done = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const wait = (leftMs: number): void => {
        timer =
          leftMs <= longestTimerMs
            ? setTimeout(done, leftMs)
            : setTimeout(() => wait(leftMs - longestTimerMs), longestTimerMs)
      }
      wait(ms)
      signal.addEventListener('abort', done)
    }),
}

/** Calls back once after the time, unless the returned function is called first. */
export function startTimer({ clock, ms, callback }: { clock: Clock; ms: number; callback: () => void }): () => void {
  if (clock === systemClock && ms <= longestTimerMs) {
    const timer = setTimeout(callback, ms) // A signal for each timer would cost more than the timer.
    return () => clearTimeout(timer)
  }
  const stopped = new AbortController()
  void clock.sleep(ms, stopped.signal).then(() => !stopped.signal.aborted && callback())
  return () => stopped.abort()
}

/** The longest time that a timer of the runtime can wait, 24.8 days: it fires at once for anything longer. */
const longestTimerMs = 2 ** 31 - 1
