import type { IncomingMessage } from 'node:http'
import type { Socket, Transport } from 'engine.io'
import type { ProxyContext } from '../context.ts'
import { describeError } from '../describeError.ts'
import type { CounterEngine } from './CounterEngine.ts'
import { CounterSocket } from './CounterSocket.ts'
import { createServerPackets } from './counterPackets.ts'
import type { SocketSession } from './createHandshake.ts'

/** Serves one user's counter to each connection that came through the handshake. */
export function serveCounter({
  context,
  engine,
  sessionOf,
}: {
  context: ProxyContext
  engine: CounterEngine
  sessionOf: (request: IncomingMessage) => SocketSession | undefined
}): void {
  const namespaces = new Map(['/', context.basePath].map((name) => [name, createServerPackets(name)]))
  engine.on('connection', (socket: Socket) => {
    const session = sessionOf(socket.request)
    if (!session) return socket.close(true)
    const { user, request } = session
    const { hub, logger } = context.tenants.of(user.tenant)
    const connection = new CounterSocket({ request, engine: socket, namespaces })
    listen({ hub, logger, socket, connection })
    try {
      hub.attach({ connection, user })
    } catch {
      socket.close(true) // The proxy has begun to shut down meanwhile: the page comes back.
    }
  })
}

function listen({
  hub,
  logger,
  socket,
  connection,
}: {
  hub: ProxyContext['hub']
  logger: ProxyContext['logger']
  socket: Socket
  connection: CounterSocket
}): void {
  const resume = (): void => {
    if (connection.blockedAt > 0) hub.resume(connection)
  }
  socket.transport.on('ready', resume)
  socket.on('upgrade', (transport: Transport) => transport.on('ready', resume))
  socket.once('close', () => hub.detach(connection))
  socket.on('message', (text: unknown) => {
    try {
      if (connection.receive(text)) hub.resume(connection)
      else connection.destroy()
    } catch (error) {
      const reason = describeError(error)
      logger.repeated({ level: 'error', fields: { reason }, message: 'a live connection failed and was ended' })
      connection.destroy()
    }
  })
}
