import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Keeps track of a server's connections. @returns a function that cuts those that are left, upgraded ones included. */
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
