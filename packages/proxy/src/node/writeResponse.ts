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
    response.writeHead(status, headers)
    stream.open(createNodeSink(response))
  } else {
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    response.writeHead(status, { ...headers, ...length }).end(body)
  }
}

/** Idle time after which the system asks whether the peer of a stream is still there. */
const keepAliveMs = 15_000

/** Makes a sink of a Node response, whose head is written. */
function createNodeSink(response: ServerResponse): StreamSink {
  response.socket?.setKeepAlive(true, keepAliveMs)
  return {
    write: (chunk) => !response.destroyed && response.write(chunk),
    bufferedBytes: () => response.writableLength,
    onDrain: (callback) => void response.on('drain', callback),
    onClose: (callback) => {
      if (response.closed)
        callback() // The client left before there was a response.
      else response.once('close', callback)
    },
    end: () => void response.end(),
    destroy: () => void response.destroy(),
  }
}
