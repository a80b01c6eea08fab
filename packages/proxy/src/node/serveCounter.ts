import type { Unanswered } from '@crm-chat/protocol'
import type { Server } from 'socket.io'
import type { ProxyContext } from '../context.ts'
import { openConnection } from '../live/openConnection.ts'
import type { CounterNamespace, CounterSocket } from './counterSocket.ts'
import type { Visitor } from './createHandshake.ts'
import { createNotifier, type Notifier } from './createNotifier.ts'

type EngineConnection = CounterSocket['conn']

/** One browser connection: its user's value, and who of its sockets wants to hear it. */
interface Seat {
  latest: Unanswered | null
  notifiers: Set<Notifier>
}

/** Serves one user's counter to each connection that came through the handshake. */
export function serveCounter({
  context,
  engine,
  namespaces,
  visitorOf,
}: {
  context: ProxyContext
  engine: Server['engine']
  namespaces: CounterNamespace[]
  visitorOf: (request: EngineConnection['request']) => Visitor | undefined
}): void {
  const seats = new WeakMap<EngineConnection, Seat>()
  engine.on('connection', (connection: EngineConnection) => {
    const visitor = visitorOf(connection.request)
    const seat = visitor && openSeat({ context, connection, visitor })
    if (seat) seats.set(connection, seat)
    else connection.close(true)
  })
  for (const namespace of namespaces) {
    namespace.on('connection', (socket) => {
      const seat = seats.get(socket.conn)
      if (seat) serveSocket({ socket, seat })
      else socket.disconnect(true)
    })
  }
}

function openSeat({
  context,
  connection,
  visitor,
}: {
  context: ProxyContext
  connection: EngineConnection
  visitor: Visitor
}): Seat | null {
  const seat: Seat = { latest: null, notifiers: new Set() }
  try {
    const { end } = openConnection({
      context,
      ...visitor,
      onValue: (value) => {
        seat.latest = value
        for (const notifier of seat.notifiers) notifier.offer(value)
      },
      onEnd: () => connection.close(true), // The page comes back by itself, once it has a session again.
    })
    connection.once('close', end)
    return seat
  } catch {
    return null // Full meanwhile, or shutting down: no seat is the answer.
  }
}

/** A page that says anything else is no page of the vendor's documents. */
function serveSocket({ socket, seat }: { socket: CounterSocket; seat: Seat }): void {
  const notifier = createNotifier(socket)
  socket.onAny((event: string) => {
    if (event !== 'apiV2IframeConnecting') socket.disconnect(true)
  })
  socket.on('apiV2IframeConnecting', () => {
    seat.notifiers.add(notifier)
    notifier.restart(seat.latest)
  })
  socket.on('disconnect', () => {
    seat.notifiers.delete(notifier)
    notifier.close()
  })
}
