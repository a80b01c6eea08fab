import type { Clock } from '../clock.ts'

/** Waits, but no longer than until the page is shown or hidden, or the signal aborts. */
export function pause({ ms, clock, signal }: { ms: number; clock: Clock; signal: AbortSignal }): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const ended = new AbortController()
    const finish = (): void => {
      cancel()
      ended.abort()
      resolve()
    }
    const cancel = clock.after(ms, finish)
    document.addEventListener('visibilitychange', finish, { signal: ended.signal })
    signal.addEventListener('abort', finish, { signal: ended.signal })
  })
}
