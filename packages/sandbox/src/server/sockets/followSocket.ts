import type { Clock } from '../../store/clock/createClock.ts'
import type { LiveSockets } from './liveSockets.ts'

/** The parts of a Socket.IO connection that are recorded. */
interface FollowedSocket {
  id: string
  onAny: (listener: (event: string, ...data: unknown[]) => void) => unknown
  onAnyOutgoing: (listener: (event: string, ...data: unknown[]) => void) => unknown
  on: (event: 'disconnect', listener: () => void) => unknown
}

const followed = new WeakSet<FollowedSocket>()

/** Keeps a connection in its account's list while it is open. It may be called again for another user. */
export function followSocket({
  socket,
  account,
  operation,
  userId,
}: {
  socket: FollowedSocket
  account: { sockets: LiveSockets; clock: Pick<Clock, 'now'> }
  operation: string
  userId: string
}): void {
  const { sockets, clock } = account
  const { id } = socket
  sockets.open({ id, operation, userId, openedAt: clock.now() })
  if (followed.has(socket)) return
  followed.add(socket)
  socket.onAny((event, value) => sockets.recordReceived(id, { event, value }))
  socket.onAnyOutgoing((event, value) => sockets.recordSent(id, { event, value }))
  socket.on('disconnect', () => sockets.close(id))
}
