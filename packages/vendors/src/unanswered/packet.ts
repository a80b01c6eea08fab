import { isRecord } from '../http/isRecord.ts'
import { parseJson } from '../http/parseJson.ts'

/** Largest packet of a counter's host: its longest, the first, has about 120 characters. */
export const maxPacketLength = 4_096

/** A packet of engine.io and, within its messages, of Socket.IO. */
export type Packet =
  | OpenPacket
  | { type: 'connected'; hasId: boolean }
  | { type: 'event'; name: string; data: unknown }
  | { type: 'close' | 'ping' | 'pong' | 'noop' | 'disconnected' | 'refused' }

/** The first packet of a host. */
export interface OpenPacket {
  type: 'open'
  sid: string
  pingIntervalMs: number
  pingTimeoutMs: number
}

/** Packets without content. */
const plain: Record<string, Packet> = {
  1: { type: 'close' },
  2: { type: 'ping' },
  3: { type: 'pong' },
  6: { type: 'noop' },
  40: { type: 'connected', hasId: false },
  41: { type: 'disconnected' },
}

/** The usual packet, a counter in its one spelling: to look for anything else first takes half as long again. */
const usualCounter = /^42\["(\w{1,40})",\{"counter":(0|[1-9]\d{0,14})\}\]$/

/**
 * Reads a packet of either generation, text only and of the main namespace.
 * @returns `undefined` for anything else: attachments, acknowledgements, other namespaces and whatever no server sends.
 * @see https://socket.io/docs/v4/engine-io-protocol/ and https://socket.io/docs/v4/socket-io-protocol/
 */
export function parsePacket(text: string): Packet | undefined {
  if (text.length > maxPacketLength) return undefined
  const [, name, counter] = usualCounter.exec(text) ?? []
  if (name !== undefined) return { type: 'event', name, data: { counter: Number(counter) } }
  if (Object.hasOwn(plain, text)) return plain[text]
  if (text.startsWith('0{')) return parseOpen(parseJson(text.slice(1)))
  if (text.startsWith('40{')) return parseConnected(parseJson(text.slice(2)))
  if (text.startsWith('44')) return { type: 'refused' }
  const event = /^42\d{0,15}(?=\[)/.exec(text)
  return event ? parseEvent(parseJson(text.slice(event[0].length))) : undefined
}

function parseOpen(value: unknown): Packet | undefined {
  if (!isRecord(value) || typeof value.sid !== 'string' || value.sid === '') return undefined
  const pingIntervalMs = clamp({ value: value.pingInterval, most: 300_000 })
  const pingTimeoutMs = clamp({ value: value.pingTimeout, most: 120_000 })
  if (pingIntervalMs === undefined || pingTimeoutMs === undefined) return undefined
  return { type: 'open', sid: value.sid, pingIntervalMs, pingTimeoutMs }
}

function clamp({ value, most }: { value: unknown; most: number }): number | undefined {
  return typeof value === 'number' && value >= 0 ? Math.min(most, Math.max(1_000, value)) : undefined
}

function parseConnected(value: unknown): Packet | undefined {
  return isRecord(value) && typeof value.sid === 'string' ? { type: 'connected', hasId: true } : undefined
}

function parseEvent(value: unknown): Packet | undefined {
  if (!Array.isArray(value)) return undefined
  const [name, data]: unknown[] = value
  return typeof name === 'string' ? { type: 'event', name, data } : undefined
}
