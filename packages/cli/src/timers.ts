/** Calls back once after a time. */
export function startTimer(task: () => void, ms: number): NodeJS.Timeout {
  return setTimeout(task, ms)
}

/** Calls back again and again until the timer is cleared. */
export function startInterval(task: () => void, ms: number): NodeJS.Timeout {
  return setInterval(task, ms)
}

/** Returns a signal that aborts after a time. */
export function abortAfter(ms: number): AbortSignal {
  return AbortSignal.timeout(ms)
}
