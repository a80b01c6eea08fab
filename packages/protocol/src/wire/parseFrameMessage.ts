import type { FrameMessage } from '../frame.ts'

/** Reads a message of the vendor's frame, as {@link frameMessageSchema} does; undefined for messages that are not for us. */
export function parseFrameMessage(message: unknown): FrameMessage | undefined {
  const { type, data } = Object(message)
  if (typeof type !== 'string' || !/^WZ_[A-Z_]{1,60}$/.test(type)) return
  return 'data' in Object(message) ? { type, data } : { type }
}
