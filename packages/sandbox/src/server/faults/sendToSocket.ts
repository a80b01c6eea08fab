import type { Socket } from 'socket.io'
import { type Connection, isMuted, muteConnection } from './carriers.ts'
import type { Faults } from './createFaults.ts'
import { isSocketFault, type SocketFault } from './fault.ts'

/** A value that a socket sends. */
interface SentValue {
  event: string
  value: unknown
}

/** A socket, independent of its transport. */
export interface AnySocket {
  emit: (event: string, value: unknown) => unknown
  /** Sends raw text, for protocols that have no malformed frame of their own. */
  sendText?: (text: string) => unknown
  /** Ends the connection without a close handshake. */
  disconnect: () => unknown
  conn: Connection
  /** The value that a fault holds back until the next one is sent. */
  held?: SentValue | undefined
}

/** Parameters of {@link sendToSocket}. */
interface SendToSocketParameters extends SentValue {
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
  if (hit) sendFaulty(socket, { event, value, fault: hit.fault })
  else sendNow(socket, { event, value })
}

/** The connection of a Socket.IO client. Dropping it skips the close packet, so that the client reconnects. */
export function fromSocketIo(socket: Pick<Socket, 'conn'> & { emit: (...values: never[]) => unknown }): AnySocket {
  const { conn } = socket
  return {
    emit: socket.emit.bind(socket) as AnySocket['emit'], // Faulty values have no type.
    disconnect: () => conn.close(),
    conn,
  }
}

function sendNow(socket: AnySocket, { event, value }: SentValue): void {
  const { held } = socket
  socket.held = undefined
  socket.emit(event, value)
  if (held) socket.emit(held.event, held.value)
}

function sendFaulty(socket: AnySocket, { event, value, fault }: SentValue & { fault: SocketFault }): void {
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
      socket.held = { event, value }
      return
    case 'garbage':
      for (const text of ['', 'garbage', '{"type":', '[]']) socket.sendText?.(text)
      for (const garbage of [null, 'garbage', { counter: 'many' }, { counter: -1 }, []]) socket.emit(event, garbage)
      return
    case 'silent':
  }
}
