import { createServer } from 'node:http'
import { Server } from 'socket.io'

/** A server that speaks the vendor's counter recipe. */
export interface SocketServer {
  /** Where the proxy would be mounted. */
  endpoint: string
  /** Data of the pages' connecting events. */
  connecting: unknown[]
  notify: (data: unknown) => void
  /** Cuts every socket. */
  drop: () => void
  close: () => Promise<void>
}

/** Starts one on a free port. With `status`, it refuses every handshake. */
export async function startSocketServer({ status }: { status?: number } = {}): Promise<SocketServer> {
  const httpServer = createServer()
  const sockets = new Server(httpServer, { serveClient: false })
  if (status)
    sockets.engine.use((_request: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(status).end(),
    )
  const connecting: unknown[] = []
  sockets.on('connection', (socket) => socket.on('apiV2IframeConnecting', (data: unknown) => connecting.push(data)))
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  const address = httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    endpoint: `http://127.0.0.1:${address.port}/chat`,
    connecting,
    notify: (data) => sockets.emit('apiV2Notify', data),
    drop: () => sockets.disconnectSockets(true),
    close: () => sockets.close(),
  }
}
