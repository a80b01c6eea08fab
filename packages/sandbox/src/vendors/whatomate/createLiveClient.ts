import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RawData, WebSocket } from 'ws'
import type { Account } from '../../server/account.ts'
import { type AnySocket, sendToSocket } from '../../server/faults/sendToSocket.ts'
import { type ClientFrame, parseClientFrame } from './clientFrame.ts'
import { keepSocketAlive } from './keepSocketAlive.ts'
import type { LiveFrame } from './toLiveEvents.ts'
import type { User } from './users.ts'

const operation = 'whatomate.watchEvents'

/** A socket that has authenticated. */
export interface AuthenticatedSocket {
  socket: WebSocket
  account: Account
  user: User
  request: IncomingMessage
  /** Its first frame, unless it authenticated by its address. */
  authFrame?: (ClientFrame & { type: 'auth' }) | undefined
  /** Data received during authentication. */
  earlyData?: RawData[]
}

/** A client of the live socket. */
export interface LiveClient {
  account: Account
  user: User
  /** Sends a frame, unless it is for viewers of another contact. */
  send: (frame: LiveFrame) => void
  close: () => void
}

/** Creates a client for an authenticated socket, and handles its frames. */
export function createLiveClient(authenticated: AuthenticatedSocket): LiveClient {
  const { socket, account, user, authFrame, earlyData = [] } = authenticated
  const { userId } = user
  const { sockets, clock } = account
  const id = randomUUID()
  const emitter = toAnySocket(authenticated, id)
  /** The contact that the client shows; empty for none. */
  let contactId = ''

  function handleFrame(frame: ClientFrame): void {
    if (frame.type === 'ping') {
      socket.send(JSON.stringify({ type: 'pong', payload: null }))
      return
    }
    sockets.recordReceived(id, { event: frame.type, value: frame.payload })
    if (frame.type === 'set_contact') contactId = frame.payload.contact_id
  }

  function handleData(data: RawData): void {
    const frame = parseClientFrame(data)
    if (frame) handleFrame(frame)
  }

  sockets.open({ id, operation, userId, openedAt: clock.now() })
  if (authFrame) sockets.recordReceived(id, { event: authFrame.type, value: authFrame.payload })
  const stopPings = keepSocketAlive(socket)
  for (const data of earlyData) handleData(data)
  socket.on('message', handleData)
  socket.on('error', () => socket.terminate()) // A frame that is too long or malformed.
  socket.once('close', () => {
    stopPings()
    sockets.close(id)
  })
  return {
    account,
    user,
    send({ type: event, payload: value, forViewersOf }) {
      const isViewer = forViewersOf === undefined || contactId === '' || contactId === forViewersOf
      if (isViewer) sendToSocket({ socket: emitter, account, operation, event, value, data: { userId } })
    },
    close: () => socket.close(),
  }
}

function toAnySocket({ socket, account, request }: AuthenticatedSocket, id: string): AnySocket {
  return {
    emit(event, value) {
      socket.send(JSON.stringify({ type: event, payload: value }))
      account.sockets.recordSent(id, { event, value })
    },
    sendText: (text) => socket.send(text),
    disconnect: () => socket.terminate(),
    conn: { request },
  }
}
