import type { DelayParameters } from '../delay.ts'
import { waitToRetry } from '../waitToRetry.ts'
import type { ConnectionEvent } from './connection.ts'
import { type RunOnceParameters, runOnce } from './runOnce.ts'

/** Parameters of {@link keepConnected}. */
export interface KeepConnectedParameters extends Omit<RunOnceParameters, 'nextConnection'> {
  retryDelayMs: (attempt: number) => number
  /** Remembers, from one run to the next, until when a server wants no requests. */
  pause?: { pausedUntil?: number }
}

/**
 * Runs a transport again and again until the signal aborts. A connection that held resets the wait between two tries, and
 * one that ended as the server had announced needs none. A server that asks to wait is not asked before, whatever happens.
 */
export async function keepConnected(parameters: KeepConnectedParameters): Promise<void> {
  const { http, signal, retryDelayMs, pause = {} } = parameters
  const { clock } = http
  let attempt = 0
  let connection = 0
  const nextConnection = (): number => {
    connection += 1
    return connection
  }
  await untilWanted({ clock, signal, pause })
  while (!signal.aborted) {
    const startedAt = clock.elapsed()
    const loss = await runOnce({ ...parameters, nextConnection })
    if (signal.aborted) return
    if (loss?.retryAfterMs) pause.pausedUntil = clock.elapsed() + loss.retryAfterMs
    const hasHeld = clock.elapsed() - startedAt > heldMs
    if (hasHeld) attempt = 0
    if (hasHeld && !loss) continue
    // A refusal is not repeated at once: a login elsewhere or a repaired server shows within about a minute.
    const ms = loss?.retryable === false ? 60_000 * (0.5 + Math.random()) : retryDelayMs(attempt)
    if (!loss && ms > unnoticedMs) parameters.onEvent(lost)
    await waitToRetry({ ms, clock, signal })
    await untilWanted({ clock, signal, pause })
    attempt += 1
  }
}

interface WantedParameters extends Pick<DelayParameters, 'clock' | 'signal'> {
  pause: { pausedUntil?: number }
}

/** Waits as long as the server has asked to. */
async function untilWanted({ clock, signal, pause }: WantedParameters): Promise<void> {
  const leftMs = (): number => (pause.pausedUntil ?? 0) - clock.elapsed()
  while (leftMs() > 0 && !signal.aborted) await waitToRetry({ ms: leftMs(), clock, signal }) // Online again or not.
}

/** Without a connection, a value must not pass for the current one for longer. */
const unnoticedMs = 1000

const lost: ConnectionEvent = { kind: 'loss', code: 'network', retryable: true }

/** A server that accepts and then closes at once must not be asked again and again at full speed. */
const heldMs = 5000
