import type { RequestHandler } from './serveRequests.ts'

/**
 * Serves `GET /counters/ws_host/api_v3/:key` after the vendor: the script asks for the host of its socket, which is this one.
 * The key in the path is not read: whatever stands there, the user comes from the session.
 * @see API v3, "Unanswered counter"
 */
export const serveCounterHost: RequestHandler = (request, response) => {
  const { host = '' } = request.headers
  request.resume()
  if (request.method !== 'GET') response.writeHead(405, { allow: 'GET' }).end()
  else if (!/^[\w.:[\]-]+$/.test(host)) response.writeHead(400).end()
  else response.writeHead(200, headers).end(JSON.stringify({ host }))
}

const headers = {
  'cache-control': 'no-store',
  'content-type': 'application/json',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}
