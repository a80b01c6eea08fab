import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { PortTakenError } from '../../store/errors.ts'

/**
 * Starts listening.
 * @returns the port, which is a free one if `port` is 0.
 * @throws {PortTakenError}
 */
export function listen(server: Server, { port, host }: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    )
    server.listen({ port, host }, () => resolve(getPort(server)))
  })
}

/** The port a server listens on; 0 before it does. */
export function getPort(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Tracks a server's connections. @returns a function that cuts the open ones, including upgraded ones */
export function trackConnections(server: Server): () => void {
  const connections = new Set<Socket>()
  server.on('connection', (connection: Socket) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  })
  return () => {
    for (const connection of connections) connection.destroy()
  }
}
