import { randomUUID } from 'node:crypto'
import type { Socket } from 'engine.io'
import type { ChatRequest } from '../http/exchange.ts'
import type { Encode, Feed } from '../live/Feed.ts'
import { LiveConnection } from '../live/LiveConnection.ts'
import { cutOff } from './CounterEngine.ts'
import { type GreetingPacket, parsePagePacket, type ServerPackets } from './counterPackets.ts'

/** Namespaces that a page may join, with the packets that are sent there. */
export type Namespaces = ReadonlyMap<string, ServerPackets>

/** Version of Engine.IO under Socket.IO 2, which joins the root namespace by itself. */
const joiningProtocol = 3

/**
 * A page's socket. It understands what the vendor's samples send, in each namespace, and is closed by anything else. It
 * answers nothing but a page's joining.
 */
export class CounterSocket extends LiveConnection {
  readonly kind = 'socket'
  readonly #engine: Socket
  readonly #namespaces: Namespaces
  readonly #joined = new Set<string>()
  /** The values that the page has asked for, and the last packet sent of each. */
  readonly #sent = new Map<Encode, string>()

  constructor({ request, engine, namespaces }: { request: ChatRequest; engine: Socket; namespaces: Namespaces }) {
    super(request)
    this.#engine = engine
    this.#namespaces = namespaces
    if (engine.protocol === joiningProtocol) this.#join('/')
  }

  /** Handles the text of a message. @returns false if the page must be disconnected */
  receive(text: unknown): boolean {
    const packet = typeof text === 'string' ? parsePagePacket(text) : null
    if (!packet || !this.#namespaces.has(packet.namespace)) return false
    if (packet.type === 'greeting') return this.#greet(packet)
    if (packet.type === 'connect') this.#join(packet.namespace)
    else this.#leave(packet.namespace)
    return this.#joined.size > 0
  }

  override isBlocked(): boolean {
    return !this.#engine.transport.writable
  }

  override deliver(feed: Feed): void {
    for (const [encode, last] of this.#sent) {
      const packet = feed.encoded(encode)
      if (packet === '' || packet === last) continue
      this.#sent.set(encode, packet)
      this.#engine.send(packet)
    }
  }

  /** Engine.IO has heartbeats of its own. A page that has joined nothing by now is none. */
  override beat(): void {
    if (this.#joined.size === 0) this.destroy()
  }

  /** The page reconnects by itself, after a time of its own. */
  override drain(): void {
    this.#engine.close()
  }

  override end(): void {
    this.#engine.close(true)
  }

  override destroy(): void {
    cutOff(this.#engine.transport)
  }

  #join(namespace: string): void {
    this.#joined.add(namespace)
    const id = this.#engine.protocol === joiningProtocol ? undefined : randomUUID()
    this.#engine.send(this.#namespaces.get(namespace)?.connected(id) ?? '')
  }

  #leave(namespace: string): void {
    this.#joined.delete(namespace)
    for (const encode of Object.values(this.#namespaces.get(namespace)?.values ?? {})) this.#sent.delete(encode)
  }

  #greet({ namespace, greeting }: GreetingPacket): boolean {
    const encode = this.#namespaces.get(namespace)?.values[greeting]
    if (!encode || !this.#joined.has(namespace)) return false
    this.#sent.set(encode, '') // To be sent again, even if it was the last one sent.
    return true
  }
}
