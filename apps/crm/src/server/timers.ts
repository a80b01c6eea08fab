/** The longest time that a timer of the runtime can wait, 24.8 days: it fires at once for anything longer. */
const longestMs = 2 ** 31 - 1

/** A time that a timer can wait. The longest one stands for anything longer, `Infinity` and NaN included. */
function toTimerMs(ms: number): number {
  return ms < longestMs ? Math.max(0, ms) : longestMs
}

/** A timer that `clearTimeout` and `clearInterval` end. */
export type Timer = ReturnType<typeof setTimeout>

/** Runs the callback once, after a time. */
export function startTimer(callback: () => void, ms: number): Timer {
  return setTimeout(callback, toTimerMs(ms))
}

/** Runs the callback again and again. */
export function startInterval(callback: () => void, ms: number): Timer {
  return setInterval(callback, toTimerMs(ms))
}

/** Resolves after a time, or at once when the signal aborts. It does not keep the process alive. */
export function pause({ ms, signal }: { ms: number; signal: AbortSignal }): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = startTimer(end, ms).unref()
    signal.addEventListener('abort', end)
  })
}
