import { EventEmitter } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import { Server, type ServerOptions } from 'socket.io'
import { serveWindows } from './chats/serveWindows.ts'
import type { Accounts } from './server/account.ts'
import { followCarriers } from './server/faults/carriers.ts'
import { isLocalHost } from './server/http/hosts.ts'
import { routeUpgrades } from './server/http/routeUpgrades.ts'
import { isSocketPath } from './server/sockets/socketPaths.ts'
import { serveCounter } from './server/unanswered/serveCounter.ts'
import { counterV2 } from './vendors/wazzup-v2/unanswered.ts'
import { counterV3 } from './vendors/wazzup-v3/watchUnanswered.ts'
import { serveLiveSocket } from './vendors/whatomate/serveLiveSocket.ts'

/**
 * Serves the sockets. On Socket.IO's default path are the counter of API V2 (namespace `/`) and the chats page (`/chats`);
 * the counter of v3 has its own path, and so has Whatomate's WebSocket. Socket.IO 2 clients are supported too, because the
 * vendor's documents use that version.
 * @returns a function that ends all sockets and the HTTP server
 */
export function serveSockets({
  server,
  host,
  accounts,
  origin,
}: {
  server: HttpServer
  host: string
  accounts: Accounts
  origin: () => string
}): () => Promise<void> {
  const options = {
    allowEIO3: true,
    serveClient: false,
    cors: { origin: true, credentials: true }, // Any page may connect; version 2 sends credentials, which rules out `*`.
    destroyUpgrade: false,
    allowRequest(request, decide) {
      const isLocal = isLocalHost({ header: request.headers.host, host })
      decide(isLocal ? null : 'The sandbox is only available under a loopback name, e.g. 127.0.0.1.', isLocal)
    },
  } satisfies Partial<ServerOptions>
  const io = new Server(server, options)
  const counters = new Server(server, { ...options, path: '/ws-counters/' })
  const sockets = takeUpgrades(server)
  followCarriers(io)
  followCarriers(counters)
  const ends = [
    serveCounter({ namespace: io.of('/'), accounts, dialect: counterV2 }),
    serveCounter({ namespace: counters.of('/'), accounts, dialect: counterV3 }),
    serveWindows({ namespace: io.of('/chats'), accounts, origin }),
    serveLiveSocket({ server: sockets, accounts, host }),
  ]
  return async () => {
    await Promise.all(ends.map((end) => end()))
    const closed = Promise.all([io.close(), counters.close()])
    server.closeAllConnections() // A hanging request must not block the shutdown.
    await closed
  }
}

/**
 * Lets WebSockets at paths that serve them through, and nothing else.
 * @returns what the listeners for upgrades listen to instead of the server
 */
function takeUpgrades(server: HttpServer): EventEmitter {
  const sockets = new EventEmitter()
  for (const listener of server.listeners('upgrade') as (() => void)[]) sockets.on('upgrade', listener)
  server.removeAllListeners('upgrade') // Socket.IO's, which take whatever is below their paths.
  routeUpgrades({ server, isSocketPath, onWebSocket: (...upgrade) => void sockets.emit('upgrade', ...upgrade) })
  return sockets
}
