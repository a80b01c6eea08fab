import type { DelayParameters } from './delay.ts'

/** Waits, but no longer than until the browser is online again, or the signal aborts. */
export function waitToRetry({ ms, clock, signal }: DelayParameters): Promise<void> {
  return new Promise((resolve) => {
    const page = globalThis.window
    const finish = (): void => {
      cancel()
      page?.removeEventListener('online', finish)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const cancel = clock.after(ms, finish)
    page?.addEventListener('online', finish)
    signal.addEventListener('abort', finish)
    if (signal.aborted) finish()
  })
}
