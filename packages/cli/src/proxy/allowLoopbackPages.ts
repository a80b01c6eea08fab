import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isLoopback } from '@crm-chat/proxy'

/**
 * Lets pages of this machine use a proxy from any port, such as that of a development server, with CORS. Pages of other origins
 * stay foreign.
 */
export function allowLoopbackPages(handle: RequestListener): RequestListener {
  return (request, response) => {
    const { origin } = request.headers
    if (origin === undefined || !isLoopbackOrigin(origin)) return handle(request, response)
    allow({ origin, response })
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
      return respondToPreflight({ request, response })
    }
    dropOrigin(request)
    handle(request, response)
  }
}

function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return url.origin === origin && /^https?:$/.test(url.protocol) && isLoopback(url.hostname)
}

function allow({ origin, response }: { origin: string; response: ServerResponse }): void {
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('access-control-expose-headers', 'retry-after, x-request-id')
  response.setHeader('vary', 'origin, sec-fetch-site')
}

function respondToPreflight({ request, response }: { request: IncomingMessage; response: ServerResponse }): void {
  response.setHeader('access-control-allow-methods', request.headers['access-control-request-method'] ?? 'GET')
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '')
  response.writeHead(204).end()
}

/** To the proxy, a request without these headers is no foreign page's. */
function dropOrigin({ rawHeaders }: IncomingMessage): void {
  for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
    if (/^(origin|sec-fetch-site)$/i.test(rawHeaders[index] ?? '')) rawHeaders.splice(index, 2)
  }
}
