import type { Clock } from '../http/clock.ts'
import type { TransportEnding } from './ending.ts'
import type { SocketGeneration } from './protocol.ts'

/** Carries packets of engine.io. */
export interface Transport {
  send: (packet: string) => void
  /** Ends it at once, without a call of `onEnd`. */
  close: () => void
}

/** Parameters of both transports. */
export interface TransportParameters {
  /** Address of the host's engine.io, without a query. */
  url: URL
  generation: SocketGeneration
  clock: Clock
  onPacket: (packet: string) => void
  /** Called once at most, and last. */
  onEnd: (end: TransportEnding) => void
}

/** Largest handshake, and largest response of a poll. */
export const maxResponseBytes = 64 * 1024

/** Packets that wait because the host does not read them. */
export const maxWaitingBytes = 16 * 1024

/** Adds the query that every request has. */
export function toEngineUrl({
  url,
  generation,
  query,
}: Pick<TransportParameters, 'url' | 'generation'> & { query: Record<string, string> }): URL {
  const address = new URL(url)
  address.search = String(new URLSearchParams({ EIO: generation === 'current' ? '4' : '3', ...query }))
  return address
}
