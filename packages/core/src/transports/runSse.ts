import { heartbeatMs } from '@crm-chat/protocol/wire/heartbeat'
import { createWatchdog } from '../createWatchdog.ts'
import { isChatError, toNetworkError } from '../lightErrors.ts'
import { readEvents } from './readEvents.ts'
import type { FallbackOptions } from './runFallback.ts'
import type { TransportParameters } from './transport.ts'

/** Options of `sse()`. */
export interface SseOptions extends FallbackOptions {
  /** Time within which something must arrive on a new stream. @default 8000 */
  openTimeoutMs?: number
  /** Longest silence after that: two heartbeats and a margin. @default 35_000 */
  silenceTimeoutMs?: number
}

/** Parameters of {@link runSse}. */
export type RunSseParameters = TransportParameters & SseOptions

/** Reads the live stream, and lets the fallback take over for a while where it does not get through. */
export async function runSse(parameters: RunSseParameters): Promise<void> {
  while (await isBlocked(parameters)) await (await import('../seldom.ts')).seldom.runFallback(parameters) // Most pages never need it.
}

/**
 * Reads one stream to its end. Returns true where nothing has arrived, and the proxy did not refuse: an error of its own, such
 * as `unauthenticated`, got through, and whoever asks to wait would refuse to be polled too.
 * @throws {ChatError} when a working stream dies, or was refused.
 */
async function isBlocked(parameters: RunSseParameters): Promise<boolean> {
  const { http, signal, openTimeoutMs = 8000, silenceTimeoutMs = 2 * heartbeatMs + 5000 } = parameters
  const watchdog = createWatchdog(http)
  watchdog.restart(openTimeoutMs)
  let isAlive = false
  try {
    await readEvents({
      ...parameters,
      signal: AbortSignal.any([signal, watchdog.signal]),
      onActivity: () => {
        isAlive = true
        watchdog.restart(silenceTimeoutMs)
      },
    })
    return !isAlive
  } catch (error) {
    signal.throwIfAborted()
    const isRefusal = isChatError(error) && (error.retryAfterMs !== undefined || !lostCodes.includes(error.code))
    if (!isAlive && !isRefusal) return true
    throw isRefusal
      ? error
      : toNetworkError(`The live stream ${watchdog.signal.aborted ? 'fell silent' : 'broke off'}.`, error)
  } finally {
    watchdog.stop()
  }
}

const lostCodes = ['network', 'invalid_answer']
