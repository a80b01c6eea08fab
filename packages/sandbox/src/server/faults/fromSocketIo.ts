import type { Socket } from 'socket.io'
import type { AnySocket } from './sendToSocket.ts'

/** A socket of Socket.IO, to be told things. Dropping it is not taking leave: its client is to come back. */
export function fromSocketIo(socket: Pick<Socket, 'conn'> & { emit: (...values: never[]) => unknown }): AnySocket {
  const { conn } = socket
  return {
    emit: socket.emit.bind(socket) as AnySocket['emit'], // What goes wrong is of no type.
    disconnect: () => conn.close(),
    conn,
  }
}
