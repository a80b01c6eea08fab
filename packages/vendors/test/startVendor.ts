import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** A request as the vendor's server got it. */
export interface ReceivedRequest {
  method: string
  /** Path and query as they came over the wire. */
  url: string
  headers: IncomingMessage['headers']
  text: string
  /** The body, where it is JSON. */
  body: unknown
}

/** Response of the server: a body as JSON or text, an empty one, or a cut connection. */
export type VendorAnswer =
  | {
      status?: number
      /** @default that of the status */
      statusText?: string
      headers?: Record<string, string>
      json?: unknown
      text?: string
      /** Cuts the connection after the text. */
      isCut?: boolean
    }
  | 'silence'
  | 'cut'

/** A real HTTP server in the vendor's place. */
export interface VendorServer {
  url: string
  requests: ReceivedRequest[]
}

/** Starts a server on a free port for one test. `answer` is asked for every request, with its number from 0. */
export async function startVendor(
  answer: (request: ReceivedRequest, index: number) => VendorAnswer | Promise<VendorAnswer>,
): Promise<VendorServer> {
  const requests: ReceivedRequest[] = []
  const server = createServer(async (incoming, response) => {
    const request = await receive(incoming)
    requests.push(request)
    respond({ response, answer: await answer(request, requests.length - 1) })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests } // A TCP server has a port.
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const body = await text(incoming)
  const { method = '', url = '', headers } = incoming
  return {
    method,
    url,
    headers,
    text: body,
    body: body.startsWith('{') || body.startsWith('[') ? JSON.parse(body) : body,
  }
}

function respond({ response, answer }: { response: ServerResponse; answer: VendorAnswer }): void {
  if (answer === 'silence') return
  if (answer === 'cut') {
    response.socket?.destroy()
    return
  }
  const { status = 200, statusText, headers = {}, json, text: body, isCut = false } = answer
  if (statusText !== undefined) response.statusMessage = statusText
  const type = json === undefined ? {} : { 'content-type': 'application/json' }
  response.writeHead(status, { ...type, ...headers })
  if (isCut) response.write(body ?? '', () => response.socket?.destroy())
  else response.end(json === undefined ? body : JSON.stringify(json))
}
