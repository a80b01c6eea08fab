import { once } from 'node:events'
import { createServer } from 'node:http'

/** A server that receives webhooks, with their bodies. */
export interface Receiver {
  url: string
  bodies: string[]
  stop: () => Promise<void>
}

/** Starts a webhook receiver on a free port. It responds to everything with 200. */
export async function startReceiver(): Promise<Receiver> {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    bodies.push(body)
    response.writeHead(200).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    bodies,
    async stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
