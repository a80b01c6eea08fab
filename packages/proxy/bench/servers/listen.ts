import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Connections that may wait to be accepted: more than any row opens at once. */
export const backlog = 4_096

/** Starts to listen on this machine only. @returns the server's address */
export async function listen(server: Server, port = 0): Promise<string> {
  // A connection that idles between two rounds must not close while the next request is on its way.
  server.keepAliveTimeout = 120_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, backlog }, resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // A TCP server's address is no string.
}
