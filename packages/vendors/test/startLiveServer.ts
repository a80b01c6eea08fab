import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'

/** Way in which a generation of Whatomate authenticates a live socket. */
export type Generation = 'frame' | 'query'

/** Behaviour of the server in a test. */
export interface LiveServerOptions {
  /** @default 'frame' */
  generation?: Generation
  /** False to ignore the client's pings. @default true */
  pongs?: boolean
  /** False to refuse its own tokens. @default true */
  admits?: boolean
  /** Origins it takes; without them any. */
  allowedOrigins?: string[]
  /** Answers `GET` below `/api`, the token aside. */
  api?: (path: string, query: URLSearchParams) => unknown
}

/** A real server with a live socket, the way Whatomate has one. */
export interface LiveServer {
  url: string
  /** Sockets that were let in and are open. */
  sockets: Set<WebSocket>
  /** Frames of clients, in order. */
  frames: string[]
  /** Addresses the sockets were opened with. */
  addresses: string[]
  /** Paths asked for over HTTP, the token's aside. */
  requests: string[]
  /** Sends an event to every socket. */
  send: (type: string, payload: unknown) => void
}

/** Starts the server on a free port for one test. */
export async function startLiveServer(options: LiveServerOptions = {}): Promise<LiveServer> {
  const { generation = 'frame', pongs = true, admits = true, allowedOrigins } = options
  const sockets = new Set<WebSocket>()
  const [frames, addresses, requests]: [string[], string[], string[]] = [[], [], []]
  const tokens = new Set<string>()

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://server')
    if (pathname === '/api/auth/ws-token') return answer(response, { token: issueToken() })
    requests.push(request.url ?? '')
    answer(response, options.api?.(pathname, searchParams))
  })
  const upgrades = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    addresses.push(request.url ?? '')
    if (!mayUpgrade(request)) return socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n')
    upgrades.handleUpgrade(request, socket, head, (client) => converse(client))
  })

  function issueToken(): string {
    const token = `token-${tokens.size + 1}`
    tokens.add(token)
    return token
  }

  function mayUpgrade(request: IncomingMessage): boolean {
    if (allowedOrigins && !allowedOrigins.includes(request.headers.origin ?? '')) return false
    const token = new URL(request.url ?? '', 'http://server').searchParams.get('token')
    return generation === 'frame' || (admits && tokens.has(token ?? ''))
  }

  function converse(client: WebSocket): void {
    if (generation === 'query') sockets.add(client)
    client.on('close', () => sockets.delete(client))
    client.on('message', (data) => {
      const frame = String(data)
      frames.push(frame)
      const { type, payload } = JSON.parse(frame)
      if (type === 'ping' && pongs && sockets.has(client)) client.send('{"type":"pong","payload":null}')
      if (type !== 'auth') return
      if (admits && tokens.has(payload.token)) sockets.add(client)
      else client.close(1008, 'authentication failed')
    })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const client of upgrades.clients) client.terminate()
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // A TCP server has a port.
    sockets,
    frames,
    addresses,
    requests,
    send(type, payload) {
      for (const client of sockets) client.send(JSON.stringify({ type, payload }))
    },
  }
}

function answer(response: ServerResponse, data: unknown): void {
  const found = data !== undefined
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
  response.end(JSON.stringify(found ? { status: 'success', data } : { status: 'error', message: 'Contact not found' }))
}
