import type { Clock } from './clock.ts'

/** Parameters of {@link delay}. */
export interface DelayParameters {
  ms: number
  clock: Clock
  signal: AbortSignal
}

/** Resolves after some time, or at once when the signal aborts. */
export function delay({ ms, clock, signal }: DelayParameters): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const finish = (): void => {
      cancel()
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const cancel = clock.after(ms, finish)
    signal.addEventListener('abort', finish)
  })
}
