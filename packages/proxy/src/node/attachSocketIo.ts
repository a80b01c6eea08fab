import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import { contextOf } from '../context.ts'
import type { ChatProxy } from '../createChatProxy.ts'
import { InvalidOptionsError } from '../errors.ts'
import { CounterEngine } from './CounterEngine.ts'
import { createHandshake } from './createHandshake.ts'
import { serveCounter } from './serveCounter.ts'
import { serveCounterHost } from './serveCounterHost.ts'
import { serveRequests } from './serveRequests.ts'
import { servesSocketIo } from './servesSocketIo.ts'
import { serveUpgrades } from './serveUpgrades.ts'

/** Options of {@link attachSocketIo}. */
export interface AttachSocketIoOptions {
  /** The CRM's server. It must have its request handler already: sockets are handled before it. */
  server: HttpServer | HttpsServer
  chat: ChatProxy
  /** Path of the sockets. @default '/socket.io', the default of Socket.IO's clients */
  path?: string
  /**
   * Serves the paths of the vendor's sample for API v3 too: sockets at `/ws-counters` and their host at
   * `/counters/ws_host/api_v3/…`. At most one proxy of a server can.
   * @default true, unless `path` is given
   */
  v3?: boolean
}

/** Path of the vendor's sockets for API v3. */
const v3Path = '/ws-counters/'

/**
 * Serves the vendor's own counter events over Socket.IO, so that scripts copied from the vendor's documents work with the
 * CRM's address and without a key, for the user of the page's session. After `apiV2IframeConnecting` the server sends
 * `apiV2Notify {counter}`, and after `counterConnecting`, of API v3, `counterUpdate {counter, counterV2, type}`: at once and
 * on each change. Works with clients of Socket.IO 2, 3 and 4. A socket that sends anything else is closed.
 *
 * The server's own WebSockets and routes work as before. A Socket.IO server of its own needs another path.
 * @throws {InvalidOptionsError} when `chat` is not a proxy, or when a Socket.IO server with WebSockets is at the path already.
 * @see CRM API V2, "Unanswered messages counter", and API v3, "Unanswered counter"
 */
export function attachSocketIo({
  server,
  chat,
  path = '/socket.io',
  v3 = path === '/socket.io',
}: AttachSocketIoOptions): {
  close: () => Promise<void>
} {
  const context = contextOf(chat)
  const paths = [`${path.replace(/\/$/, '')}/`, ...(v3 ? [v3Path] : [])]
  claim({ server, paths })
  const handshake = createHandshake(context)
  const engine = new CounterEngine({ clock: context.clock, allowRequest: handshake.allowRequest })
  serveCounter({ context, engine, sessionOf: handshake.sessionOf })
  for (const own of paths) {
    serveUpgrades({ server, path: own, upgrade: (...upgrade) => engine.handleUpgrade(...upgrade) })
    serveRequests({ server, path: own, handle: (...exchange) => engine.handleRequest(...exchange) })
  }
  if (v3) serveRequests({ server, path: '/counters/ws_host/api_v3/', handle: serveCounterHost })
  const end = (): void => {
    engine.close()
  }
  server.once('close', end)
  context.socketServers.add(engine)
  return {
    close: async () => {
      context.socketServers.delete(engine)
      for (const own of paths) claimed.get(server)?.delete(own)
      server.off('close', end)
      handshake.close()
      engine.close()
    },
  }
}

/** Paths of the proxies' sockets at each server, with a slash at their ends. */
const claimed = new WeakMap<HttpServer | HttpsServer, Set<string>>()

/** Takes paths for the sockets of a proxy. @throws {InvalidOptionsError} when one is taken */
function claim({ server, paths }: { server: HttpServer | HttpsServer; paths: string[] }): void {
  const own = claimed.get(server) ?? new Set()
  const taken = paths.find((path) => own.has(path) || servesSocketIo({ server, path }))
  if (taken !== undefined) {
    throw new InvalidOptionsError(
      `The server already has a Socket.IO server at ${taken.slice(0, -1)}. Attach the proxy at another \`path\`, ` +
        "e.g. '/chat-socket', and let the scripts pass the same `path` to `io`.",
    )
  }
  for (const path of paths) own.add(path)
  claimed.set(server, own)
}
