import { redactKey } from '../journal/redactKey.ts'

/** Something that went over a connection. */
export interface SocketFrame {
  /** Unix time in milliseconds. */
  at: number
  direction: 'told' | 'heard'
  event: string
  /** As JSON carries it, without keys and tokens; of a long one, how long it was. */
  value: unknown
}

/** Longer values are cut. */
const longest = 4_000

/** A frame as it is kept and shown. */
export function toSocketFrame({ keys, value, ...frame }: SocketFrame & { keys: string[] }): SocketFrame {
  const text = JSON.stringify(value) ?? 'null'
  if (text.length > longest) return { ...frame, value: `(${text.length} characters)` }
  return { ...frame, value: JSON.parse(redactKey({ text, keys }), redactToken) }
}

/** A token opens a connection like a key. */
function redactToken(name: string, value: unknown): unknown {
  return name === 'token' && typeof value === 'string' ? '…' : value
}
