import { createWatchdog } from '../createWatchdog.ts'
import { runPolling } from './runPolling.ts'
import type { Transport, TransportParameters } from './transport.ts'

/** Options of {@link runFallback}. */
export interface FallbackOptions {
  /** Transport that takes over where no stream gets through. @default polling() */
  fallback?: Transport
  /** Time after which the stream is tried again. @default 60_000 */
  fallbackMs?: number
}

/** Runs the transport that stands in for the stream, for a while. @throws {ChatError} when that fails too */
export async function runFallback(parameters: TransportParameters & FallbackOptions): Promise<void> {
  const { fallback = { run: runPolling }, fallbackMs = 60_000, signal } = parameters
  const watchdog = createWatchdog(parameters.http)
  watchdog.restart(fallbackMs)
  try {
    await fallback.run({ ...parameters, signal: AbortSignal.any([signal, watchdog.signal]) })
  } catch (error) {
    if (!watchdog.signal.aborted) throw error
  } finally {
    watchdog.stop()
    signal.throwIfAborted()
  }
}
