/** A timer that `clearTimeout` and `clearInterval` end. */
export type Timer = ReturnType<typeof setTimeout>

/** The longest time that a timer of the runtime can wait, 24.8 days: it fires at once for anything longer. */
const longestMs = 2 ** 31 - 1

/** A time that a timer can wait, in whole milliseconds. The longest one stands for anything longer, `Infinity` and NaN included. */
function toTimerMs(ms: number): number {
  return ms < longestMs ? Math.max(0, Math.trunc(ms)) : longestMs
}

/** Runs the callback once, after a time of the machine's clock. */
export function startTimer(callback: () => void, ms: number): Timer {
  return setTimeout(callback, toTimerMs(ms))
}

/** Runs the callback again and again. */
export function startInterval(callback: () => void, ms: number): Timer {
  return setInterval(callback, toTimerMs(ms))
}

/** Creates a signal that aborts after a time. */
export function abortAfter(ms: number): AbortSignal {
  return AbortSignal.timeout(toTimerMs(ms))
}
