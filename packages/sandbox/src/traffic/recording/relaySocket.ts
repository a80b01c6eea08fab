import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, type WebSocketServer } from 'ws'

/** Parameters of {@link relaySocket}. */
export interface RelayParameters {
  request: IncomingMessage
  connection: Duplex
  head: Buffer
  server: WebSocketServer
  upstream: URL
  onFrame: (from: 'client' | 'server', data: Buffer, isBinary: boolean) => void
  /** The upstream has refused the upgrade. */
  onRefused: (status: number) => void
  onClosed: (code: number) => void
  onUnreachable: (reason: string) => void
}

/** Longest frame that passes. */
export const maxFrameBytes = 16 * 1024 * 1024

/** Opens the same WebSocket at the upstream, and passes frames on in both directions. */
export function relaySocket(parameters: RelayParameters): void {
  const { request, connection, head, server, upstream, onRefused, onUnreachable } = parameters
  const url = `${upstream.origin.replace(/^http/, 'ws')}${upstream.pathname.replace(/\/$/, '')}${request.url ?? '/'}`
  const protocols = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? []
  const target = new WebSocket(url, protocols, {
    headers: toHeaders(request, upstream),
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    handshakeTimeout: 30_000,
  })
  const early: [RawData, boolean][] = []
  const keepEarly = (data: RawData, isBinary: boolean): unknown => early.push([data, isBinary])
  target.on('message', keepEarly)
  target.once('unexpected-response', (sent, response) => {
    const status = response.statusCode ?? 502
    response.resume()
    sent.destroy()
    refuseUpgrade(connection, status)
    onRefused(status)
  })
  target.on('error', (error) => {
    if (connection.writableEnded || connection.destroyed) return
    refuseUpgrade(connection, 502)
    onUnreachable(error.message)
  })
  connection.once('close', () => target.terminate())
  target.once('open', () => {
    server.handleUpgrade(request, connection, head, (client) => {
      target.off('message', keepEarly)
      join({ ...parameters, client, target })
      for (const [data, isBinary] of early) target.emit('message', data, isBinary)
    })
  })
}

/** Responds to an upgrade with a status instead. */
export function refuseUpgrade(connection: Duplex, status: number, body = ''): void {
  const length = Buffer.byteLength(body)
  connection.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`,
  )
}

function toHeaders({ headers }: IncomingMessage, upstream: URL): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of ['authorization', 'cookie', 'x-api-key', 'user-agent']) {
    const value = headers[name]
    if (typeof value === 'string') kept[name] = value
  }
  return headers.origin === undefined ? kept : { ...kept, origin: upstream.origin }
}

function join({ client, target, onFrame, onClosed }: RelayParameters & { client: WebSocket; target: WebSocket }): void {
  pass({ from: client, to: target, note: (data, isBinary) => onFrame('client', data, isBinary) })
  pass({ from: target, to: client, note: (data, isBinary) => onFrame('server', data, isBinary) })
  target.once('close', (code) => onClosed(code))
}

function pass({
  from,
  to,
  note,
}: {
  from: WebSocket
  to: WebSocket
  note: (data: Buffer, isBinary: boolean) => void
}): void {
  from.on('message', (data, isBinary) => {
    const bytes = toBuffer(data)
    note(bytes, isBinary)
    if (to.readyState !== WebSocket.OPEN) return
    if (to.bufferedAmount > maxFrameBytes)
      to.terminate() // A side that does not read must not fill the memory.
    else to.send(bytes, { binary: isBinary })
  })
  from.on('error', () => to.terminate())
  from.on('close', (code, reason) => {
    if (code >= 1000 && code < 5000 && ![1004, 1005, 1006, 1015].includes(code)) to.close(code, reason)
    else to.terminate()
  })
}

/** The bytes of a message. */
export function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)
}
