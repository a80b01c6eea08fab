import type { IncomingMessage } from 'node:http'
import type { Server } from 'socket.io'

/** The connection below a socket: the request that opened it. */
export interface Connection {
  request: { socket: Carrier }
}

type Carrier = Pick<IncomingMessage['socket'], 'pause' | 'cork'>
type Opening = Connection['request']

/** TCP connections that a socket used after its first one, e.g. after the upgrade from polling to a WebSocket. */
const carriers = new WeakMap<Opening, Set<Carrier>>()
const muted = new WeakSet<Opening>()

interface Session extends Connection {
  id: string
  once: (event: 'close', listener: () => void) => void
}

/** Tracks the TCP connections of a server's sockets, so that {@link muteConnection} can reach them all. */
export function followCarriers(io: Server): void {
  const openings = new Map<string, Opening>()
  io.engine.on('connection', (session: Session) => {
    const { id, request } = session
    openings.set(id, request)
    carriers.set(request, new Set())
    session.once('close', () => openings.delete(id))
  })
  io.engine.use((request: IncomingMessage, _response: unknown, next: () => void) => {
    const opening = openings.get(new URL(request.url ?? '/', 'http://sandbox').searchParams.get('sid') ?? '')
    if (opening && muted.has(opening)) return // There is no response, as if the network were down.
    if (opening) carriers.get(opening)?.add(request.socket)
    next()
  })
}

/** Blocks both directions, as if the network were down: the connection stays open and silent. */
export function muteConnection({ request }: Connection): void {
  muted.add(request)
  for (const carrier of [request.socket, ...(carriers.get(request) ?? [])]) {
    carrier.pause()
    carrier.cork()
  }
}

/** True if the connection is blocked. */
export function isMuted({ request }: Connection): boolean {
  return muted.has(request)
}
