import type { SseOptions } from './runSse.ts'
import type { Transport } from './transport.ts'

/**
 * Live values by server-sent events, read with `fetch`: unlike `EventSource` it sees statuses and heartbeats. Where
 * something between page and proxy holds the stream back, the fallback takes over.
 */
export function sse(options: SseOptions = {}): Transport {
  return { run: async (parameters) => (await import('../live.ts')).live.runSse({ ...parameters, ...options }) }
}
