import type { SocketIoFrame } from './fixture.ts'

/** A packet of Socket.IO, before it is redacted. */
export type SocketIoPacket = Omit<SocketIoFrame, 'from'>

/** Splits a payload of long polling into packets of Engine.IO. */
export function splitPayload(payload: string, protocol: number): string[] {
  if (protocol >= 4) return payload.split('\u001e').filter(Boolean)
  const packets: string[] = []
  let rest = payload
  for (let match = /^(\d{1,9}):/.exec(rest); match; match = /^(\d{1,9}):/.exec(rest)) {
    const start = match[0].length
    const end = start + Number(match[1])
    packets.push(rest.slice(start, end))
    rest = rest.slice(end)
  }
  return packets
}

const types = ['connect', 'disconnect', 'event', 'ack', 'error'] as const

/** Reads a packet of Engine.IO. @returns nothing for those that keep the connection alive or upgrade it */
export function parsePacket(packet: string): SocketIoPacket | undefined {
  const match = /^4(\d)(?:\d+-)?(?:(\/[^,]*),)?(\d+)?([\s\S]*)$/.exec(packet)
  if (!match) return undefined
  const [, type = '', namespace = '/', id, json = ''] = match
  const data = parseData(json)
  const parsed: SocketIoPacket = { type: types[Number(type)] ?? 'other', namespace: namespace.split('?')[0] ?? '/' }
  if (id !== undefined) parsed.id = Number(id)
  if (parsed.type !== 'event' || !Array.isArray(data)) return data === undefined ? parsed : { ...parsed, data }
  const [event, ...values]: unknown[] = data
  return { ...parsed, event: String(event), data: values }
}

/** The id that the first packet of a connection names. */
export function readSessionId(packet: string): string | undefined {
  if (!packet.startsWith('0')) return undefined
  const data = parseData(packet.slice(1))
  return typeof data === 'object' && data !== null && 'sid' in data ? String(data.sid) : undefined
}

function parseData(json: string): unknown {
  if (json === '') return undefined
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
