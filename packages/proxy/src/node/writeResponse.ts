import type { ServerResponse } from 'node:http'
import type { ChatResponse, StreamSink } from '../http/exchange.ts'

/** Writes a response to a Node client, straight into its connection. */
export function writeResponse({
  chatResponse,
  response,
}: {
  chatResponse: ChatResponse
  response: ServerResponse
}): void {
  const { status, headers, body, stream } = chatResponse
  if (stream) {
    writeStreamHead({ chatResponse, response })
    stream.open(new NodeSink(response))
  } else {
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    response.writeHead(status, { ...headers, ...length }).end(body)
  }
}

/** Idle time after which the system asks whether the peer of a stream is still there. */
const keepAliveMs = 15_000

/** Without chunks, whose framing costs more than the events: a stream over HTTP/1 ends with its connection. */
function writeStreamHead({ chatResponse, response }: { chatResponse: ChatResponse; response: ServerResponse }): void {
  const { status, headers } = chatResponse
  if (response.req.httpVersionMajor > 1) return void response.writeHead(status, headers)
  response.removeHeader('transfer-encoding') // Tells Node not to add it.
  response.writeHead(status, { ...headers, connection: 'close' })
}

/** The sink of a Node response whose head is written. There are thousands: it has no functions of its own. */
class NodeSink implements StreamSink {
  readonly #response: ServerResponse

  constructor(response: ServerResponse) {
    this.#response = response
    response.socket?.setKeepAlive(true, keepAliveMs)
  }

  write(chunk: string | Uint8Array): boolean {
    return !this.#response.destroyed && this.#response.write(chunk)
  }

  bufferedBytes(): number {
    return this.#response.writableLength
  }

  onDrain(callback: () => void): void {
    this.#response.on('drain', callback)
  }

  onClose(callback: () => void): void {
    if (this.#response.closed)
      callback() // The client left before there was a response.
    else this.#response.on('close', callback)
  }

  end(): void {
    this.#response.end()
  }

  destroy(): void {
    this.#response.destroy()
  }
}
