import { startTimer } from './timers.ts'

/** Resolves after some time, or at once when the signal aborts. */
export function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const finish = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = startTimer(finish, ms)
    signal.addEventListener('abort', finish)
  })
}
