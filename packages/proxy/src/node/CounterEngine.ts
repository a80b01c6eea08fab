import type { IncomingMessage } from 'node:http'
import { Server, type Transport } from 'engine.io'
import type { Clock } from '../clock.ts'

/** Frames that a page may send in a second. One that connects sends about five, and an idle one two a minute. */
const maxFrames = 10

type AllowRequest = (request: IncomingMessage, respond: (error: string | undefined, isAllowed: boolean) => void) => void

/** A packet of Engine.IO. */
interface Packet {
  type: string
  data?: unknown
}

/** The part of a transport that takes what its peer has sent. */
interface PacketReceiver {
  onPacket: (packet: Packet) => void
}

/** The WebSocket of a transport of that kind, which Engine.IO keeps on both its request and the transport. */
interface WebSocketLike {
  terminate: () => void
  on: (event: 'ping' | 'pong', listener: () => void) => unknown
}

/**
 * The transports of Socket.IO, version 2 and later, without Socket.IO's server: that answers whatever it does not know, and
 * its answers wait without limit for a page that does not read. Every frame is counted before anything else happens to it,
 * also while a page changes its transport, and WebSocket's own pings too, because each of them is answered.
 */
export class CounterEngine extends Server {
  readonly #clock: Clock

  constructor({ clock, allowRequest }: { clock: Clock; allowRequest: AllowRequest }) {
    super({ allowRequest, allowEIO3: true, maxHttpBufferSize: 4096, httpCompression: false })
    this.#clock = clock
  }

  protected override createTransport(...given: Parameters<Server['createTransport']>): Transport {
    const transport = super.createTransport(...given)
    const guard = new FrameGuard({ transport, clock: this.#clock })
    const receiver = transport as unknown as PacketReceiver // Protected, and called for every frame.
    const pass = receiver.onPacket.bind(transport)
    receiver.onPacket = (packet) => {
      if (guard.admits(packet.data === undefined || typeof packet.data === 'string')) pass(packet)
    }
    const webSocket = webSocketOf(transport)
    webSocket?.on('ping', () => guard.admits(true))
    webSocket?.on('pong', () => guard.admits(true))
    return transport
  }
}

/** Ends a transport without a word, and reads nothing more of what has arrived already. */
export function cutOff(transport: Transport): void {
  webSocketOf(transport)?.terminate()
  transport.discard()
  transport.close()
  transport.emit('close') // A WebSocket would report it later only.
}

function webSocketOf(transport: Transport): WebSocketLike | undefined {
  return (transport as Transport & { socket?: WebSocketLike }).socket
}

/** Counts the frames of a transport, and cuts it off when they are too many or not text. */
class FrameGuard {
  readonly #transport: Transport
  readonly #clock: Clock
  #count = 0
  #since = 0

  constructor({ transport, clock }: { transport: Transport; clock: Clock }) {
    this.#transport = transport
    this.#clock = clock
  }

  /** Counts one more frame. @returns false for one that must not be looked at */
  admits(isText: boolean): boolean {
    if (this.#count > maxFrames) return false // It has been cut off.
    const now = this.#clock.elapsed()
    if (now - this.#since >= 1_000) {
      this.#since = now
      this.#count = 0
    }
    this.#count = isText ? this.#count + 1 : maxFrames + 1
    if (this.#count <= maxFrames) return true
    cutOff(this.#transport)
    return false
  }
}
