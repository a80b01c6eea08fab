import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { createRepeatAsRequest } from './repeatAsRequest.ts'

/** Parameters of Node's `upgrade` event. */
export type Upgrade = [request: IncomingMessage, socket: Duplex, head: Buffer]

/**
 * Handles the requests of a server that ask for another protocol. Those that are no WebSocket, or at a path without sockets,
 * are handled as the plain requests they also are: Java's own client and `curl --http2` ask for `h2c` in all of theirs.
 * A tunnel is refused.
 */
export function routeUpgrades({
  server,
  isSocketPath,
  onWebSocket,
}: {
  server: Server
  /** True if WebSockets are served at a request's path. */
  isSocketPath: (url: string) => boolean
  onWebSocket: (...upgrade: Upgrade) => void
}): void {
  const repeat = createRepeatAsRequest(server)
  server.on('upgrade', (request, socket, head) => {
    const isWebSocket = request.headers.upgrade?.toLowerCase() === 'websocket'
    if (!isWebSocket || !isSocketPath(request.url ?? '')) return repeat(request, socket, head)
    socket.on('error', ignore)
    return onWebSocket(request, socket, head)
  })
  server.on('connect', (_request, socket) => {
    socket.on('error', ignore)
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
}

/** A client that hangs up early must not end the sandbox. */
function ignore(): void {}
