import type { Server } from 'node:http'
import { PortTakenError } from '../errors.ts'

/**
 * Starts listening on the loopback address.
 * @returns the port; a free one if `port` is 0.
 * @throws {PortTakenError}
 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    )
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
