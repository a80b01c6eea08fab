import type { Unanswered } from '@crm-chat/protocol'
import type { Server } from 'socket.io'
import type { ProxyContext } from '../context.ts'
import { openConnection } from '../live/openConnection.ts'
import type { CounterNamespace, CounterSocket } from './counterSocket.ts'
import type { SocketSession } from './createHandshake.ts'
import { createNotifier, type Notifier } from './createNotifier.ts'

type EngineConnection = CounterSocket['conn']

/** The counter of one browser connection: its user's value, and the notifiers of its sockets. */
interface Counter {
  latest: Unanswered | null
  notifiers: Set<Notifier>
}

/** Serves one user's counter to each connection that came through the handshake. */
export function serveCounter({
  context,
  engine,
  namespaces,
  sessionOf,
}: {
  context: ProxyContext
  engine: Server['engine']
  namespaces: CounterNamespace[]
  sessionOf: (request: EngineConnection['request']) => SocketSession | undefined
}): void {
  const counters = new WeakMap<EngineConnection, Counter>()
  engine.on('connection', (connection: EngineConnection) => {
    const session = sessionOf(connection.request)
    const counter = session && openCounter({ context, connection, session })
    if (counter) counters.set(connection, counter)
    else connection.close(true)
  })
  for (const namespace of namespaces) {
    namespace.on('connection', (socket) => {
      const counter = counters.get(socket.conn)
      if (counter) serveSocket({ socket, counter })
      else socket.disconnect(true)
    })
  }
}

function openCounter({
  context,
  connection,
  session,
}: {
  context: ProxyContext
  connection: EngineConnection
  session: SocketSession
}): Counter | null {
  const counter: Counter = { latest: null, notifiers: new Set() }
  try {
    const { end } = openConnection({
      context,
      ...session,
      onValue: (value) => {
        counter.latest = value
        for (const notifier of counter.notifiers) notifier.offer(value)
      },
      onEnd: () => connection.close(true), // The page reconnects by itself, once it has a session again.
    })
    connection.once('close', end)
    return counter
  } catch {
    return null // The user has too many connections by now, or the proxy is shutting down: the connection is closed.
  }
}

/** Disconnects a socket that sends any other event: no page written after the vendor's documents does. */
function serveSocket({ socket, counter }: { socket: CounterSocket; counter: Counter }): void {
  const notifier = createNotifier(socket)
  socket.onAny((event: string) => {
    if (event !== 'apiV2IframeConnecting') socket.disconnect(true)
  })
  socket.on('apiV2IframeConnecting', () => {
    counter.notifiers.add(notifier)
    notifier.restart(counter.latest)
  })
  socket.on('disconnect', () => {
    counter.notifiers.delete(notifier)
    notifier.close()
  })
}
