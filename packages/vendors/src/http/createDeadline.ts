import { type Clock, startTimer } from './clock.ts'

/** A signal that aborts when the time is up or when the caller's own signal does. */
export interface Deadline {
  signal: AbortSignal
  /** True once the time is up. */
  isOver: () => boolean
  remainingMs: () => number
  /** Frees the timer. Call it when the work is done. */
  dispose: () => void
}

/** Parameters of {@link createDeadline}. */
export interface DeadlineParameters {
  clock: Clock
  timeoutMs: number
  signal?: AbortSignal | undefined
}

/** Starts a deadline. Linked by hand: `AbortSignal.any` keeps every request alive as long as a long-lived signal lives (Node 20). */
export function createDeadline({ clock, timeoutMs, signal }: DeadlineParameters): Deadline {
  const controller = new AbortController()
  const endsAt = clock.elapsed() + timeoutMs
  let over = false
  const cancel = (): void => controller.abort(signal?.reason)
  const end = (): void => {
    over = true
    controller.abort(new Error('The deadline has passed.'))
  }
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel)
  const stopTimer = startTimer({ clock, ms: timeoutMs, callback: end })
  return {
    signal: controller.signal,
    isOver: () => over,
    remainingMs: () => endsAt - clock.elapsed(),
    dispose() {
      stopTimer()
      signal?.removeEventListener('abort', cancel)
    },
  }
}
