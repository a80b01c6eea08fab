import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that reached the vendor. */
export interface UpstreamRequest {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

/** A vendor that responds as the test decides: with faults that the sandbox does not have. */
export interface Upstream {
  url: string
  requests: UpstreamRequest[]
  /** Sets the handler of all further requests. */
  onRequest: (respond: (response: ServerResponse, request: UpstreamRequest) => void) => void
  close: () => Promise<void>
}

/** Starts an {@link Upstream} on a free port. */
export async function startUpstream(): Promise<Upstream> {
  const requests: UpstreamRequest[] = []
  let respond: Parameters<Upstream['onRequest']>[0] = (response) => response.end('{}')
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray()
    const { method = '', url = '', headers } = request
    const seen = { method, url, headers, body: Buffer.concat(chunks).toString() }
    requests.push(seen)
    respond(response, seen)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // A TCP server's address is no string.
    requests,
    onRequest: (next) => {
      respond = next
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Responds as the vendor does to a valid request. */
export function respondWithLink(response: ServerResponse): void {
  respondJson(response, { status: 200, body: { url: 'http://127.0.0.1:9/chat/?token=t' } })
}

/** Responds with JSON. */
export function respondJson(response: ServerResponse, { status, body }: { status: number; body: unknown }): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
