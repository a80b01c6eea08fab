import type { Account } from '../accounts/createAccount.ts'
import { isSocketFault, type SocketFault } from './fault.ts'
import type { OtherTarget } from './listTargets.ts'

type Value = Record<string, unknown>

/** A socket, whatever carries it. */
export interface AnySocket {
  emit(event: string, value: unknown): unknown
  disconnect: (close: boolean) => unknown
  /** What it was opened with: below it lies the connection itself. */
  conn: { request: { socket: { pause: () => unknown; cork: () => unknown } } }
}

/** Sockets that are told nothing any more. */
const halfOpen = new WeakSet<AnySocket>()
/** What comes after the next value. */
const held = new WeakMap<AnySocket, Value>()

/** What telling a socket takes. */
export interface TellSocketParameters {
  socket: AnySocket
  account: Account
  operation: OtherTarget
  event: string
  value: Value
  /** What rules may match besides the value, e.g. the user. */
  data: Record<string, unknown>
}

/** Tells a socket a value, or lets that go wrong where a rule of the account says so. */
export function tellSocket(parameters: TellSocketParameters): void {
  const { socket, account, operation, event, value, data } = parameters
  if (halfOpen.has(socket)) return
  const hit = account.faults.take({ operation, fits: isSocketFault, data: { ...data, value } })
  if (hit) tellWrongly({ ...parameters, fault: hit.fault })
  else tellRightly({ socket, event, value })
}

function tellRightly({ socket, event, value }: { socket: AnySocket; event: string; value: Value }): void {
  socket.emit(event, value)
  const late = held.get(socket)
  held.delete(socket)
  if (late) socket.emit(event, late)
}

function tellWrongly({ socket, event, value, fault }: TellSocketParameters & { fault: SocketFault }): void {
  switch (fault.kind) {
    case 'drop':
      socket.disconnect(true)
      return
    case 'halfOpen':
      muteSocket(socket)
      return
    case 'flood':
      for (let count = 0; count < fault.count; count++) socket.emit(event, value)
      return
    case 'outOfOrder':
      held.set(socket, value)
      return
    case 'garbage':
      for (const garbage of [null, 'garbage', { counter: 'many' }, { counter: -1 }, []]) socket.emit(event, garbage)
      return
    case 'silent':
  }
}

/** Lets nothing through a connection in either direction, as when a network is gone: it is neither closed nor answered. */
function muteSocket(socket: AnySocket): void {
  halfOpen.add(socket)
  const connection = socket.conn.request.socket
  connection.pause()
  connection.cork()
}
