import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { ChatProxy } from '@crm-chat/proxy'
import { attachSocketIo } from '@crm-chat/proxy/node'
import { startInterval, startTimer } from '../timers.ts'
import { listen } from './listen.ts'

/** A proxy that serves requests. */
export interface RunningProxy {
  url: string
  /**
   * Stops listening, lets requests under way finish, and tells pages when to come back. Connections that are open after
   * `drainMs` are cut.
   */
  stop: (parameters: { drainMs: number }) => Promise<void>
}

/** Parameters of {@link startProxy}. */
export interface ProxyParameters {
  chat: ChatProxy
  /** Serves what is below the proxy's base path. */
  handle: RequestListener
  host: string
  /** 0 picks a free one. */
  port: number
}

/** Serves a proxy, `/livez` and `/readyz`. @throws {CliError} when the port is in use */
export async function startProxy({ chat, handle, host, port }: ProxyParameters): Promise<RunningProxy> {
  const server = createServer((request, response) => {
    if (request.url === '/livez') return respond(response, { status: 200, text: 'live' })
    if (request.url === '/readyz') {
      const isUp = chat.health().status === 'live'
      return respond(response, isUp ? { status: 200, text: 'ready' } : { status: 503, text: 'not ready' })
    }
    handle(request, response)
  })
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 75_000 // Longer than that of servers in front, which would send a request into a closed connection.
  const sockets = attachSocketIo({ server, chat })
  const url = await listen({ server, host, port, flags: { host: '--host', port: '--port' } })
  return {
    url,
    async stop({ drainMs }) {
      const closed = new Promise((resolve) => server.close(resolve))
      const cut = startTimer(() => server.closeAllConnections(), drainMs)
      const sweep = startInterval(() => server.closeIdleConnections(), 20)
      await chat.drain({ deadlineMs: drainMs })
      await sockets.close()
      await chat.close()
      await closed
      clearTimeout(cut)
      clearInterval(sweep)
    },
  }
}

function respond(response: ServerResponse, { status, text }: { status: number; text: string }): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(text)
}

/** Responds to whatever is outside the base path. */
export function notFound(_: IncomingMessage, response: ServerResponse): void {
  respond(response, { status: 404, text: 'not found' })
}
