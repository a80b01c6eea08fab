import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import { Server } from 'socket.io'
import { contextOf } from '../context.ts'
import type { ChatProxy } from '../createChatProxy.ts'
import { InvalidOptionsError } from '../errors.ts'
import type { CounterNamespace } from './counterSocket.ts'
import { createHandshake } from './createHandshake.ts'
import { serveCounter } from './serveCounter.ts'
import { servesSocketIo } from './servesSocketIo.ts'
import { serveUpgrades, type UpgradeListener } from './serveUpgrades.ts'

/** Options of {@link attachSocketIo}. */
export interface AttachSocketIoOptions {
  /** The CRM's server. It must have its request handler already: sockets are handled before it. */
  server: HttpServer | HttpsServer
  chat: ChatProxy
  /** Path of the sockets. @default '/socket.io', the default of Socket.IO's clients */
  path?: string
}

/**
 * Serves the vendor's own counter events over Socket.IO, so that scripts copied from the vendor's documents work with the
 * CRM's address and without a key: after `apiV2IframeConnecting` the server sends `apiV2Notify {counter}`, at once and on
 * each change, for the user of the page's session. Works with clients of Socket.IO 2, 3 and 4.
 *
 * The server's own WebSockets and routes work as before. A Socket.IO server of its own needs another path.
 * @throws {InvalidOptionsError} when `chat` is not a proxy, or when a Socket.IO server with WebSockets is at the path already.
 * @see CRM API V2, "Unanswered messages counter"
 */
export function attachSocketIo({ server, chat, path = '/socket.io' }: AttachSocketIoOptions): {
  close: () => Promise<void>
} {
  const context = contextOf(chat)
  const prefix = `${path.replace(/\/$/, '')}/`
  claim({ server, prefix })
  const handshake = createHandshake(context)
  const others = server.listeners('upgrade')
  const io = new Server(server, {
    path,
    serveClient: false,
    allowEIO3: true,
    allowRequest: handshake.allowRequest,
    maxHttpBufferSize: 4096,
    connectTimeout: 5_000,
    httpCompression: false,
    destroyUpgrade: false,
  })
  serveUpgrades({ server, path: prefix, upgrade: takeUpgradeListener({ server, others }) })
  const namespaces: CounterNamespace[] = [io.of('/'), io.of(context.basePath)]
  serveCounter({ context, engine: io.engine, namespaces, sessionOf: handshake.sessionOf })
  context.socketServers.add(io)
  return {
    close: async () => {
      context.socketServers.delete(io)
      prefixes.get(server)?.delete(prefix)
      handshake.close()
      io.engine.close() // Not io.close(): that would close the CRM's own server.
    },
  }
}

/** Paths of the proxies' sockets at each server, with a slash at their ends. */
const prefixes = new WeakMap<HttpServer | HttpsServer, Set<string>>()

/** Takes a path for the sockets of a proxy. @throws {InvalidOptionsError} when it is taken */
function claim({ server, prefix }: { server: HttpServer | HttpsServer; prefix: string }): void {
  const own = prefixes.get(server) ?? new Set()
  if (own.has(prefix) || servesSocketIo({ server, path: prefix })) {
    throw new InvalidOptionsError(
      `The server already has a Socket.IO server at ${prefix.slice(0, -1)}. Attach the proxy at another \`path\`, ` +
        "e.g. '/chat-socket', and let the scripts pass the same `path` to `io`.",
    )
  }
  prefixes.set(server, own.add(prefix))
}

/** Takes away the listener that Socket.IO has just added, which would take requests for other protocols too. */
function takeUpgradeListener({
  server,
  others,
}: {
  server: HttpServer | HttpsServer
  others: ReturnType<HttpServer['listeners']>
}): UpgradeListener {
  const added = server.listeners('upgrade').filter((listener) => !others.includes(listener)) as UpgradeListener[]
  for (const listener of added) server.off('upgrade', listener)
  return (...upgrade) => {
    for (const listener of added) listener(...upgrade)
  }
}
