import { findNetworkCode } from '../http/findNetworkCode.ts'
import { maxPacketLength } from './packet.ts'
import {
  maxResponseBytes,
  maxWaitingBytes,
  type Transport,
  type TransportParameters,
  toEngineUrl,
} from './transport.ts'

/**
 * Opens engine.io over a WebSocket: text frames of 4 KiB at most, no compression, no redirects. The handshake has no time
 * limit of its own. @throws {Error} where the package `ws` cannot be loaded or the address is none.
 */
export async function openWebSocket({ url, generation, onPacket, onEnd }: TransportParameters): Promise<Transport> {
  const { WebSocket } = await import('ws')
  const address = toEngineUrl({ url, generation, query: { transport: 'websocket' } })
  address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address, {
    maxPayload: maxPacketLength,
    perMessageDeflate: false,
    followRedirects: false,
    autoPong: false,
  })
  let isOver = false
  const end: typeof onEnd = (reason) => {
    if (isOver) return
    isOver = true
    socket.terminate()
    onEnd(reason)
  }
  const write = (action: () => void): void => {
    if (socket.bufferedAmount > maxWaitingBytes) end({ code: 'HOST_DOES_NOT_READ' })
    else if (!isOver) action()
  }
  socket.on('message', (data, isBinary) => {
    if (isBinary) end({ code: 'BAD_PACKET' })
    else if (!isOver) onPacket(String(data))
  })
  socket.on('ping', () => write(() => socket.pong()))
  socket.on('unexpected-response', (_, response) => void readRefusal(response).then(end))
  socket.on('error', (error) => end({ code: findNetworkCode(error) ?? 'CLOSED' }))
  socket.on('close', () => end({ code: 'CLOSED' }))
  return {
    send: (packet) => write(() => socket.send(packet, () => undefined)),
    close() {
      isOver = true
      socket.terminate()
    },
  }
}

/** Reads the beginning of a response in place of an upgrade. */
function readRefusal(response: Refusal): Promise<{ status: number; body: string }> {
  return new Promise((resolve) => {
    let body = ''
    const done = (): void => resolve({ status: response.statusCode ?? 0, body })
    response.setEncoding('utf8')
    response.on('data', (text: string) => {
      body += text
      if (body.length > maxResponseBytes) done()
    })
    for (const event of ['end', 'error', 'close']) response.on(event, done)
  })
}

interface Refusal {
  statusCode?: number | undefined
  setEncoding: (encoding: 'utf8') => unknown
  on: (event: string, listener: (text: string) => void) => unknown
}
