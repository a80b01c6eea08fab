import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'

/**
 * True if a server of Socket.IO or Engine.IO is attached to an HTTP server and takes the requests below a path. Such servers
 * leave no mark but their listener for upgrades, which names its own option and method, whatever the version and however it
 * was bundled. One that serves no WebSockets has no such listener, and is not found.
 */
export function servesSocketIo({ server, path }: { server: HttpServer | HttpsServer; path: string }): boolean {
  return server.listeners('upgrade').some((listener) => isOfEngineIo(listener) && takes({ listener, path }))
}

function isOfEngineIo(listener: unknown): listener is (...given: unknown[]) => unknown {
  if (typeof listener !== 'function') return false
  const source = Function.prototype.toString.call(listener)
  return source.includes('destroyUpgrade') && source.includes('handleUpgrade')
}

/**
 * Asks a listener of Engine.IO for a path. To see if a request is its own it reads the URL, and nothing else of it.
 */
function takes({ listener, path }: { listener: (...given: unknown[]) => unknown; path: string }): boolean {
  const isOwn = new Error('The listener takes the request.')
  const request = new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'url') return path
        throw isOwn
      },
    },
  )
  try {
    listener(request, { writable: false }, Buffer.alloc(0))
    return false
  } catch (error) {
    return error === isOwn
  }
}
