import type { Unanswered } from '@crm-chat/protocol'
import type { Encode } from '../live/Feed.ts'

/** First event of a page, after the vendor's samples: of API V2 and of API v3. */
export type Greeting = 'apiV2IframeConnecting' | 'counterConnecting'

/** A packet of Socket.IO that a page may send. */
export type PagePacket = { type: 'connect' | 'disconnect'; namespace: string } | GreetingPacket

/** The packet by which a page asks for its value. */
export interface GreetingPacket {
  type: 'greeting'
  namespace: string
  greeting: Greeting
}

/**
 * A type, a namespace with a query (Socket.IO 2) and perhaps a comma, and data. The data is not read: it names a user and a
 * key, and neither counts here.
 */
const packetForm = /^([012])(?:(\/[^,?]{0,200})(?:\?[^,]*)?(?:,|$))?(.*)$/s
const greetingForm = /^\["(apiV2IframeConnecting|counterConnecting)"(?:,.*)?\]$/s

/** Reads the text of an Engine.IO message. @returns null for anything that no page written after the samples sends */
export function parsePagePacket(text: string): PagePacket | null {
  const [, type, namespace = '/', data = ''] = packetForm.exec(text) ?? []
  if (type === '0' && (data === '' || data.startsWith('{'))) return { type: 'connect', namespace }
  if (type === '1' && data === '') return { type: 'disconnect', namespace }
  const greeting = type === '2' ? greetingForm.exec(data)?.[1] : undefined
  return greeting ? { type: 'greeting', namespace, greeting: greeting as Greeting } : null // As in the pattern.
}

/** Packets that the server sends in one namespace. */
export interface ServerPackets {
  /** Acknowledges that a page has joined the namespace. Socket.IO 2 has no id in it. */
  connected: (id: string | undefined) => string
  /** The value, as each sample expects it; empty while it is unknown, because the vendor's events cannot say so. */
  values: Record<Greeting, Encode>
}

/** Makes the {@link ServerPackets} of a namespace. */
export function createServerPackets(namespace: string): ServerPackets {
  const prefix = namespace === '/' ? '' : `${namespace},`
  const encode =
    (event: string, toData: (value: Unanswered & { count: number }) => object): Encode =>
    (value) =>
      value.count === null ? '' : `2${prefix}${JSON.stringify([event, toData(value)])}`
  return {
    connected: (id) => `0${prefix}${id === undefined ? '' : JSON.stringify({ sid: id })}`,
    values: {
      apiV2IframeConnecting: encode('apiV2Notify', ({ count }) => ({ counter: count })),
      counterConnecting: encode('counterUpdate', ({ count, tone }) => ({
        counter: count,
        counterV2: count,
        type: tone,
      })),
    },
  }
}
