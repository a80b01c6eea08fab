import { type Clock, startTimer } from './clock.ts'

/** End of a call: the time is up, or the caller's own signal has aborted. */
export interface Deadline {
  /** The same as a signal, which costs more than a small request: it is made when it is first read. */
  readonly signal: AbortSignal
  /** Calls back once at the end, with the reason. @returns a function that cancels this. @throws the reason of an end that has come */
  onEnd: (callback: (reason: unknown) => void) => () => void
  /** @throws the reason, once the end has come. */
  throwIfEnded: () => void
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
  const endsAt = clock.elapsed() + timeoutMs
  const callbacks = new Set<(reason: unknown) => void>()
  let controller: AbortController | undefined
  let ended: { reason: unknown } | undefined
  let over = false
  const end = (reason: unknown): void => {
    if (ended) return
    ended = { reason }
    controller?.abort(reason)
    for (const callback of callbacks) callback(reason)
  }
  const cancel = (): void => end(signal?.reason)
  const expire = (): void => {
    over = true
    end(new Error('The deadline has passed.'))
  }
  const throwIfEnded = (): void => {
    if (ended) throw ended.reason
  }
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel)
  const stopTimer = startTimer({ clock, ms: timeoutMs, callback: expire })
  return {
    get signal() {
      if (controller) return controller.signal
      controller = new AbortController()
      if (ended) controller.abort(ended.reason)
      return controller.signal
    },
    onEnd(callback) {
      throwIfEnded()
      callbacks.add(callback)
      return () => callbacks.delete(callback)
    },
    throwIfEnded,
    isOver: () => over,
    remainingMs: () => endsAt - clock.elapsed(),
    dispose() {
      stopTimer()
      signal?.removeEventListener('abort', cancel)
    },
  }
}
