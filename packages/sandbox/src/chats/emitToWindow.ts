import { tellSocket } from '../faults/tellSocket.ts'
import type { ServerEvents } from './events.ts'
import type { WindowSocket } from './windowSocket.ts'

/** Tells a window something, or lets that go wrong where a rule of the account says so. */
export function emitToWindow<Event extends Exclude<keyof ServerEvents, 'expired'>>(
  socket: WindowSocket,
  { event, value }: { event: Event; value: Parameters<ServerEvents[Event]>[0] },
): void {
  const { account, window } = socket.data
  const { conn } = socket
  const emit = socket.emit.bind(socket) as (event: string, value: unknown) => unknown // Garbage is of no type.
  const disconnect = (close: boolean): unknown => socket.disconnect(close)
  tellSocket({
    socket: { emit, disconnect, conn },
    account,
    operation: 'chats.watchWindow',
    event,
    value,
    data: { userId: window.user.id },
  })
}
