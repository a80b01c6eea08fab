import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { createRepeatAsRequest } from './repeatAsRequest.ts'

/** A listener for Node's `upgrade` event. */
export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/**
 * Serves WebSockets below a path, and leaves all other upgrades to the host's server. A server with a listener for upgrades
 * no longer answers such requests by itself, so those that nobody takes are handled as the plain requests they also are:
 * Java's own client and `curl --http2` ask for `h2c` in all of theirs.
 */
export function serveUpgrades({
  server,
  path,
  upgrade,
}: {
  server: HttpServer | HttpsServer
  /** With a slash at its end. */
  path: string
  upgrade: UpgradeListener
}): void {
  const known = served.get(server)
  if (known) known.set(path, upgrade)
  else listen({ server, listeners: new Map([[path, upgrade]]) })
}

type Listeners = Map<string, UpgradeListener>

/** The listeners of each server, by path. */
const served = new WeakMap<HttpServer | HttpsServer, Listeners>()

function listen({ server, listeners }: { server: HttpServer | HttpsServer; listeners: Listeners }): void {
  served.set(server, listeners)
  const repeat = createRepeatAsRequest(server)
  // First of all, because another listener may end what it does not know.
  server.prependListener('upgrade', (request, socket, head) => {
    const protocol = request.headers.upgrade?.toLowerCase()
    const [, upgrade] = [...listeners].find(([path]) => request.url?.startsWith(path)) ?? []
    if (upgrade && protocol === 'websocket') {
      socket.on('error', ignore)
      return upgrade(request, socket, head)
    }
    if (upgrade || server.listenerCount('upgrade') === 1) return repeat(request, socket, head)
    if (protocol === 'h2c') unlessTaken({ socket, run: () => repeat(request, socket, head) })
  })
}

/** Runs a task unless another listener takes the socket at once. Nothing in Node speaks `h2c` by an upgrade later. */
function unlessTaken({ socket, run }: { socket: Duplex; run: () => void }): void {
  setImmediate(() => {
    const isTaken = socket.destroyed || socket.writableEnded || socket.writableLength > 0
    if (!isTaken && socket.readableFlowing === null) run()
  })
}

/** A client that hangs up while its user is looked up must not end the process. */
function ignore(): void {}
