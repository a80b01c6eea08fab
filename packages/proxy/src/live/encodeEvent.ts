import type { ChatEvents } from '@crm-chat/protocol'

const encoder = new TextEncoder()
const encoded = new WeakMap<object, Uint8Array>()

/** Writes an event as a block of a stream, once for all connections. `data` must not change afterwards. */
export function encodeEvent<Name extends keyof ChatEvents>({
  name,
  data,
}: {
  name: Name
  data: ChatEvents[Name]
}): Uint8Array {
  const known = encoded.get(data)
  if (known) return known
  const block = encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  encoded.set(data, block)
  return block
}
