import { redactKey } from '../journal/redactKey.ts'

/** A frame that was sent or received. */
export interface SocketFrame {
  /** Unix time in milliseconds. */
  at: number
  /** `told` if sent to the client, `heard` if received from it. */
  direction: 'told' | 'heard'
  event: string
  /** As JSON, without keys and tokens; for a long value only its length. */
  value: unknown
}

/** Longer values are replaced by their length. */
const maxLength = 4_000

/** Converts a frame for storing and showing it. */
export function toSocketFrame({ keys, value, ...frame }: SocketFrame & { keys: string[] }): SocketFrame {
  const text = JSON.stringify(value) ?? 'null'
  if (text.length > maxLength) return { ...frame, value: `(${text.length} characters)` }
  return { ...frame, value: JSON.parse(redactKey({ text, keys }), redactToken) }
}

/** A token grants access like a key. */
function redactToken(name: string, value: unknown): unknown {
  return name === 'token' && typeof value === 'string' ? '…' : value
}
