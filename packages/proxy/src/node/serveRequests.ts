import type { Server as HttpServer, IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Server as HttpsServer } from 'node:https'

/** A listener for Node's `request` event. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Serves requests below a path, and leaves all others to the listeners that the host's server has already: Node calls every
 * listener for every request, so two of them would answer.
 */
export function serveRequests({
  server,
  path,
  handle,
}: {
  server: HttpServer | HttpsServer
  /** With a slash at its end. */
  path: string
  handle: RequestHandler
}): void {
  const known = served.get(server)
  if (known) known.set(path, handle)
  else listen({ server, handlers: new Map([[path, handle]]) })
}

type Handlers = Map<string, RequestHandler>

/** The handlers of each server, by path. */
const served = new WeakMap<HttpServer | HttpsServer, Handlers>()

function listen({ server, handlers }: { server: HttpServer | HttpsServer; handlers: Handlers }): void {
  served.set(server, handlers)
  const others = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const [, handle] = [...handlers].find(([path]) => request.url?.startsWith(path)) ?? []
    if (handle) return handle(request, response)
    for (const listener of others) listener.call(server, request, response)
  })
}
