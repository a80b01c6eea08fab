import { type Connection, isMuted, muteConnection } from './carriers.ts'
import type { Faults } from './createFaults.ts'
import { isSocketFault, type SocketFault } from './fault.ts'

/** A socket, independent of its transport. */
export interface AnySocket {
  emit: (event: string, value: unknown) => unknown
  /** Sends raw text, for protocols that have no malformed frame of their own. */
  sendText?: (text: string) => unknown
  /** Ends the connection without a close handshake. */
  disconnect: () => unknown
  conn: Connection
}

/** A value that a socket sends. */
export interface Told {
  event: string
  value: unknown
}

/** Values held back until the next one is sent, by connection. */
const held = new WeakMap<Connection['request'], Told>()

/** Parameters of {@link sendToSocket}. */
export interface SendToSocketParameters extends Told {
  socket: AnySocket
  account: { faults: Pick<Faults, 'take'> }
  operation: string
  /** Data that rules can match besides the event and its value, e.g. the user. */
  data: Record<string, unknown>
}

/** Sends a value through a socket, unless a fault rule of the account applies. */
export function sendToSocket({ socket, account, operation, event, value, data }: SendToSocketParameters): void {
  if (isMuted(socket.conn)) return
  const hit = account.faults.take({ operation, fits: isSocketFault, data: { ...data, event, value } })
  if (hit) applySocketFault({ socket, event, value, fault: hit.fault })
  else sendNow({ socket, event, value })
}

function sendNow({ socket, event, value }: Told & { socket: AnySocket }): void {
  socket.emit(event, value)
  const late = held.get(socket.conn.request)
  held.delete(socket.conn.request)
  if (late) socket.emit(late.event, late.value)
}

function applySocketFault({ socket, event, value, fault }: Told & { socket: AnySocket; fault: SocketFault }): void {
  switch (fault.kind) {
    case 'drop':
      socket.disconnect()
      return
    case 'halfOpen':
      muteConnection(socket.conn)
      return
    case 'flood':
      for (let count = 0; count < fault.count; count++) socket.emit(event, value)
      return
    case 'outOfOrder':
      held.set(socket.conn.request, { event, value })
      return
    case 'garbage':
      for (const text of ['', 'garbage', '{"type":', '[]']) socket.sendText?.(text)
      for (const garbage of [null, 'garbage', { counter: 'many' }, { counter: -1 }, []]) socket.emit(event, garbage)
      return
    case 'silent':
  }
}
