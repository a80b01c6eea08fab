/** A timer that `clearTimeout` and `clearInterval` end. */
export type Timer = ReturnType<typeof setTimeout>

/** The longest time that a browser's timer can wait, 24.8 days: it fires at once for anything longer. */
const longestMs = 2 ** 31 - 1

/** A time that a timer can wait. The longest one stands for anything longer, `Infinity` and NaN included. */
function toTimerMs(ms: number): number {
  return ms < longestMs ? Math.max(0, ms) : longestMs
}

/** Runs the callback once, after a time. */
export function startTimer(callback: () => void, ms: number): Timer {
  return setTimeout(callback, toTimerMs(ms))
}

/** Runs the callback again and again. */
export function startInterval(callback: () => void, ms: number): Timer {
  return setInterval(callback, toTimerMs(ms))
}
