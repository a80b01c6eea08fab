import type { SocketGeneration } from './protocol.ts'

/** Between two packets of one response. */
const separator = '\u001e'

/** Joins packets to the body of one request. */
export function encodePayload(packets: string[], generation: SocketGeneration): string {
  return generation === 'current' ? packets.join(separator) : packets.map((text) => `${text.length}:${text}`).join('')
}

/** Splits the body of a response into packets; `undefined` if it is in another form. */
export function decodePayload(body: string, generation: SocketGeneration): string[] | undefined {
  return generation === 'current' ? body.split(separator) : decodeLengths(body)
}

/** In the older form, each packet follows its length in characters. */
function decodeLengths(body: string): string[] | undefined {
  const packets: string[] = []
  let position = 0
  while (position < body.length) {
    const [head, digits] = /^(\d{1,6}):/.exec(body.slice(position, position + 7)) ?? []
    if (head === undefined) return undefined
    const start = position + head.length
    position = start + Number(digits)
    if (position > body.length || position === start) return undefined
    packets.push(body.slice(start, position))
  }
  return packets.length > 0 ? packets : undefined
}
