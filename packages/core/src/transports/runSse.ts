import { heartbeatMs } from '@crm-chat/protocol/wire/heartbeat'
import { ChatError } from '../ChatError.ts'
import { createWatchdog } from '../createWatchdog.ts'
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
  while ((await runStream(parameters)) === 'blocked') {
    await (await import('../seldom.ts')).seldom.runFallback(parameters) // Most pages never need it.
  }
}

/**
 * Reads one stream to its end. A stream that ends before anything arrived is `blocked`, unless the proxy refused it.
 * @throws {ChatError} when a working stream dies.
 */
async function runStream(parameters: RunSseParameters): Promise<'ended' | 'blocked'> {
  const { openTimeoutMs = 8000, silenceTimeoutMs = 2 * heartbeatMs + 5000 } = parameters
  const watchdog = createWatchdog(parameters.http)
  watchdog.restart(openTimeoutMs)
  const signal = AbortSignal.any([parameters.signal, watchdog.signal])
  let isAlive = false
  try {
    await readEvents({
      ...parameters,
      signal,
      onActivity: () => {
        isAlive = true
        watchdog.restart(silenceTimeoutMs)
      },
    })
    return isAlive ? 'ended' : 'blocked'
  } catch (error) {
    parameters.signal.throwIfAborted()
    if (!isAlive && isBlocked(error)) return 'blocked'
    throw watchdog.signal.aborted ? broken('fell silent') : toChatError(error)
  } finally {
    watchdog.stop()
  }
}

/**
 * Returns false for an error of the proxy itself, such as `unauthenticated`: it got through, so polling would not help.
 * Whoever asks to wait, whatever server it is, would refuse to be polled too.
 */
function isBlocked(error: unknown): boolean {
  if (!(error instanceof ChatError)) return true
  return error.retryAfterMs === undefined && (error.code === 'network' || error.code === 'invalid_answer')
}

function toChatError(error: unknown): ChatError {
  return error instanceof ChatError ? error : broken('broke off', error)
}

function broken(how: string, cause?: unknown): ChatError {
  return new ChatError({ code: 'network', message: `The live stream ${how}.`, retryable: true, cause })
}
