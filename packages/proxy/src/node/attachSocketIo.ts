import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import { Server } from 'socket.io'
import { contextOf } from '../context.ts'
import type { ChatProxy } from '../createChatProxy.ts'
import type { CounterNamespace } from './counterSocket.ts'
import { createHandshake } from './createHandshake.ts'
import { serveCounter } from './serveCounter.ts'

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
 * @throws {InvalidOptionsError} when `chat` is not a proxy.
 * @see CRM API V2, "Unanswered messages counter"
 */
export function attachSocketIo({ server, chat, path = '/socket.io' }: AttachSocketIoOptions): {
  close: () => Promise<void>
} {
  const context = contextOf(chat)
  const handshake = createHandshake(context)
  const io = new Server(server, {
    path,
    serveClient: false,
    allowEIO3: true,
    allowRequest: handshake.allowRequest,
    maxHttpBufferSize: 4096,
    connectTimeout: 5_000,
    httpCompression: false,
  })
  const namespaces: CounterNamespace[] = [io.of('/'), io.of(context.basePath)]
  serveCounter({ context, engine: io.engine, namespaces, sessionOf: handshake.sessionOf })
  context.socketServers.add(io)
  return {
    close: async () => {
      context.socketServers.delete(io)
      handshake.close()
      io.engine.close() // Not io.close(): that would close the CRM's own server.
    },
  }
}
