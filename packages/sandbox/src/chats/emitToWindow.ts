import { fromSocketIo } from '../server/faults/fromSocketIo.ts'
import { sendToSocket } from '../server/faults/sendToSocket.ts'
import type { ServerEvents } from './events.ts'
import type { WindowSocket } from './windowSocket.ts'

/** Tells a window something, or lets that go wrong where a rule of the account says so. */
export function emitToWindow<Event extends Exclude<keyof ServerEvents, 'expired'>>(
  socket: WindowSocket,
  { event, value }: { event: Event; value: Parameters<ServerEvents[Event]>[0] },
): void {
  const { account, window } = socket.data
  sendToSocket({
    socket: fromSocketIo(socket),
    account,
    operation: 'chats.watchWindow',
    event,
    value,
    data: { userId: window.user.id },
  })
}
