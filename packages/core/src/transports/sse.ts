import { heartbeatMs } from '@crm-chat/protocol'
import { ChatError } from '../ChatError.ts'
import { createWatchdog } from './createWatchdog.ts'
import { polling } from './polling.ts'
import { readEvents } from './readEvents.ts'
import type { Transport, TransportParameters } from './transport.ts'

/** Options of {@link sse}. */
export interface SseOptions {
  /** Time within which something must arrive on a new stream. @default 8000 */
  openTimeoutMs?: number
  /** Longest silence after that: two heartbeats and a margin. @default 35_000 */
  silenceTimeoutMs?: number
  /** Transport that takes over where no stream gets through. @default polling() */
  fallback?: Transport
  /** Time after which the stream is tried again. @default 60_000 */
  fallbackMs?: number
}

/**
 * Live values by server-sent events, read with `fetch`: unlike `EventSource` it sees statuses and heartbeats. Where
 * something between page and proxy holds the stream back, the fallback takes over.
 */
export function sse(options: SseOptions = {}): Transport {
  const { fallback = polling(), fallbackMs = 60_000 } = options
  return {
    run: async (parameters) => {
      while ((await runStream({ ...parameters, ...options })) === 'blocked') {
        await runFor({ transport: fallback, parameters, ms: fallbackMs })
      }
    },
  }
}

/**
 * Reads one stream to its end. A stream that ends before anything arrived is `blocked`, unless the proxy refused it.
 * @throws {ChatError} when a working stream dies.
 */
async function runStream(parameters: TransportParameters & SseOptions): Promise<'ended' | 'blocked'> {
  const { openTimeoutMs = 8000, silenceTimeoutMs = 2 * heartbeatMs + 5000 } = parameters
  const watchdog = createWatchdog(openTimeoutMs)
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

async function runFor({
  transport,
  parameters,
  ms,
}: {
  transport: Transport
  parameters: TransportParameters
  ms: number
}): Promise<void> {
  const watchdog = createWatchdog(ms)
  try {
    await transport.run({ ...parameters, signal: AbortSignal.any([parameters.signal, watchdog.signal]) })
  } catch (error) {
    if (!watchdog.signal.aborted) throw error
  } finally {
    watchdog.stop()
    parameters.signal.throwIfAborted()
  }
}
