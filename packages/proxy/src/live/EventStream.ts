import type { ChatEvents, Unanswered } from '@crm-chat/protocol'
import type { ChatRequest, StreamSink } from '../http/exchange.ts'
import type { Feed } from './Feed.ts'
import { LiveConnection } from './LiveConnection.ts'

/** Time after which a page reconnects whose stream breaks. */
const retryMs = 2_000

const heartbeat = ': heartbeat\n\n'

/** Events that may wait for a peer, in bytes. */
const maxWaitingBytes = 262_144

/** A live stream of server-sent events. It begins with its user, so that a page notices when somebody else has logged in. */
export class EventStream extends LiveConnection {
  readonly kind = 'stream'
  readonly #sink: StreamSink
  /** Beginning of the stream; empty once it has been sent. */
  #preface: string
  /** Order of the last value sent. */
  #seq = -1
  /** Events that wait for the peer to read. */
  #waiting: Uint8Array[] | null = null
  #waitingBytes = 0

  constructor({ request, sink, session }: { request: ChatRequest; sink: StreamSink; session: ChatEvents['session'] }) {
    super(request)
    this.#sink = sink
    this.#preface = `retry: ${retryMs}\n\n${toEvent('session', session)}`
  }

  override isBlocked(): boolean {
    return this.#sink.bufferedBytes() > 0
  }

  override push(event: Uint8Array): boolean {
    if (!this.#waiting && !this.isBlocked()) {
      this.#sink.write(event)
      return true
    }
    this.#waitingBytes += event.byteLength
    if (this.#waitingBytes > maxWaitingBytes) return false
    this.#waiting ??= []
    this.#waiting.push(event)
    return true
  }

  override deliver(feed: Feed): void {
    if (this.#waiting) this.#flush(this.#waiting)
    const { seq } = feed.current
    if (seq <= this.#seq) return
    this.#seq = seq
    if (this.#preface) this.#sink.write(this.#preface)
    this.#preface = ''
    this.#sink.write(feed.encoded(toUnansweredEvent))
  }

  #flush(waiting: Uint8Array[]): void {
    this.#waiting = null
    this.#waitingBytes = 0
    for (const event of waiting) this.#sink.write(event)
  }

  override beat(): void {
    this.#sink.write(heartbeat)
  }

  override drain(reconnectInMs: number): void {
    this.#sink.write(toEvent('drain', { reconnectInMs }))
    this.#sink.end()
  }

  override end(): void {
    if (this.isBlocked()) this.#sink.destroy()
    else this.#sink.end()
  }

  override destroy(): void {
    this.#sink.destroy()
  }
}

/** A text: to write a short one to three sockets costs less than to make bytes of it once. */
function toUnansweredEvent(value: Unanswered): string {
  return `event: unanswered\nid: ${value.epoch}-${value.seq}\ndata: ${JSON.stringify(value)}\n\n`
}

function toEvent<Name extends keyof ChatEvents>(name: Name, data: ChatEvents[Name]): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
