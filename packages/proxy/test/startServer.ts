import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A CRM's server on a free port. */
export interface RunningServer {
  server: Server
  url: string
  close: () => Promise<void>
}

/** Starts a server. @param port by default a free one */
export async function startServer(listener: RequestListener, port = 0): Promise<RunningServer> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // A TCP server's address is no string.
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
