import type { ChatError } from '../ChatError.ts'
import { delay } from '../delay.ts'
import type { ConnectionEvent } from './connection.ts'
import { type RunOnceParameters, runOnce } from './runOnce.ts'

/** Parameters of {@link keepConnected}. */
export interface KeepConnectedParameters extends Omit<RunOnceParameters, 'nextConnection'> {
  retryDelayMs: (attempt: number) => number
}

/**
 * Runs a transport again and again until the signal aborts. A connection that held resets the wait between two tries, and
 * one that ended as the server had announced needs none.
 */
export async function keepConnected(parameters: KeepConnectedParameters): Promise<void> {
  const { signal, retryDelayMs } = parameters
  let attempt = 0
  let connection = 0
  const nextConnection = (): number => {
    connection += 1
    return connection
  }
  while (!signal.aborted) {
    const startedAt = performance.now()
    const loss = await runOnce({ ...parameters, nextConnection })
    if (signal.aborted) return
    const hasHeld = performance.now() - startedAt > heldMs
    if (hasHeld) attempt = 0
    if (hasHeld && !loss) continue
    const ms = waitMs({ loss, backoffMs: retryDelayMs(attempt) })
    if (!loss && ms > unnoticedMs) parameters.onEvent(lost)
    await waitToRetry({ ms, signal })
    attempt += 1
  }
}

/** Without a connection, a value must not pass for the current one for longer. */
const unnoticedMs = 1000

const lost: ConnectionEvent = { kind: 'loss', code: 'network', retryable: true }

/** A server that accepts and then closes at once must not be asked again and again at full speed. */
const heldMs = 5000

/** A refusal is not repeated at once: a login elsewhere or a repaired server shows within about a minute. */
function waitMs({ loss, backoffMs }: { loss: ChatError | undefined; backoffMs: number }): number {
  const ownMs = (loss?.retryable ?? true) ? backoffMs : 60_000 * (0.5 + Math.random())
  return Math.max(ownMs, loss?.retryAfterMs ?? 0)
}

/** Waits, but no longer than until the browser is online again. */
async function waitToRetry({ ms, signal }: { ms: number; signal: AbortSignal }): Promise<void> {
  const online = new AbortController()
  const handleOnline = (): void => online.abort()
  if (typeof window !== 'undefined') window.addEventListener('online', handleOnline)
  await delay(ms, AbortSignal.any([signal, online.signal]))
  if (typeof window !== 'undefined') window.removeEventListener('online', handleOnline)
}
