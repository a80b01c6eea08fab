import type { ErrorCode } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import { OperationError } from '../errors.ts'

/** Failures that pass. Saving and deleting the same again is harmless, so an unknown outcome is one of them. */
const passingCodes: readonly ErrorCode[] = [
  'rate_limited',
  'upstream_unavailable',
  'upstream_timeout',
  'outcome_unknown',
]

const longestPauseMs = 60_000

/** Parameters of {@link callPatiently}. */
export interface Patience {
  clock: Clock
  signal: AbortSignal | undefined
  /** Time after the first failure after which it is given up. */
  retryForMs: number
  /** Numbers from 0 up to 1. @default Math.random */
  random?: () => number
}

/**
 * Makes a call again while the vendor fails or asks to slow down: after the time that the vendor names, or after 1 s, 2 s and so
 * on up to a minute.
 * @throws whatever the call threw last, or the reason of the signal
 */
export async function callPatiently<Result>({
  run,
  clock,
  signal,
  retryForMs,
  random = Math.random,
}: Patience & { run: () => Promise<Result> }): Promise<Result> {
  let failedAt: number | undefined
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted()
    try {
      return await run()
    } catch (error) {
      signal?.throwIfAborted()
      if (!(error instanceof OperationError && passingCodes.includes(error.code))) throw error
      failedAt ??= clock.elapsed()
      const pauseMs = error.retryAfterMs ?? Math.min(longestPauseMs, 1_000 * 2 ** attempt) * (0.75 + random() / 2)
      if (clock.elapsed() - failedAt + pauseMs > retryForMs) throw error
      await pause({ clock, ms: pauseMs, signal })
    }
  }
}

/** Waits. @throws the reason of the signal */
export async function pause({
  clock,
  ms,
  signal,
}: {
  clock: Clock
  ms: number
  signal: AbortSignal | undefined
}): Promise<void> {
  let cancel = (): void => {}
  let end = (): void => {}
  await new Promise<void>((resolve) => {
    end = resolve
    cancel = clock.after(ms, resolve)
    signal?.addEventListener('abort', end, { once: true })
    if (signal?.aborted) end()
  })
  cancel()
  signal?.removeEventListener('abort', end)
  signal?.throwIfAborted()
}
