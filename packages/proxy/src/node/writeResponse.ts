import type { ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import type { ChatResponse, StreamSink } from '../http/exchange.ts'

/** Writes a response to a Node client, straight into its connection. */
export function writeResponse({
  chatResponse,
  response,
}: {
  chatResponse: ChatResponse
  response: ServerResponse
}): void {
  const { status, headers, body, stream, file } = chatResponse
  if (stream) {
    writeStreamHead({ chatResponse, response })
    stream.open(new NodeSink(response))
  } else if (file) {
    writeFile({ status, headers, file, response })
  } else {
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    response.writeHead(status, { ...headers, ...length }).end(body)
  }
}

/** Reads the file no faster than the client, and leaves off with it. */
function writeFile({
  status,
  headers,
  file,
  response,
}: {
  status: number
  headers: Record<string, string>
  file: ReadableStream<Uint8Array>
  response: ServerResponse
}): void {
  response.writeHead(status, headers)
  // Node's own type of a web stream differs from the global one in details only.
  const body = Readable.fromWeb(file as NodeWebStream)
  if (response.req.method === 'HEAD') {
    body.destroy()
    response.end()
  } else pipeline(body, response, ignore)
}

/** A file that breaks off has closed the connection, by which the client knows. */
function ignore(): void {}

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
