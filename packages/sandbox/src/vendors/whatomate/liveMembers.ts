import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RawData, WebSocket } from 'ws'
import type { Account } from '../../server/account.ts'
import { type AnySocket, sendToSocket } from '../../server/faults/sendToSocket.ts'
import { parseClientFrame } from './clientFrame.ts'
import { keepSocketAlive } from './keepSocketAlive.ts'
import { keyUserId } from './keyUser.ts'
import type { LiveFrame } from './toLiveEvents.ts'

const operation = 'whatomate.watchEvents'

/** A socket that has authenticated. */
export interface NewMember {
  socket: WebSocket
  account: Account
  request: IncomingMessage
  /** Its first frame, unless it authenticated by its address. */
  hello?: { type: 'auth'; payload: { token: string } } | undefined
  /** Frames received since. */
  early?: RawData[]
}

interface Member {
  account: Account
  socket: AnySocket
  /** The contact open in the client; empty for none. */
  contactId: string
  close: () => void
}

/** The authenticated sockets. */
export interface LiveMembers {
  admit: (member: NewMember) => void
  /** Sends frames to all sockets of an organization, as the server does, whoever may see the contact. */
  tell: (account: Account, frames: LiveFrame[]) => void
  /** True if any socket of an organization is open. */
  has: (account: Account) => boolean
}

/** Tracks authenticated sockets while they are open. */
export function createLiveMembers(): LiveMembers {
  const members = new Set<Member>()

  function admit({ socket, account, request, hello, early = [] }: NewMember): void {
    if (account.quirks.isOn('whatomate.oneSocketPerUser')) closeAll(account)
    const id = randomUUID()
    const { sockets, clock } = account
    const member: Member = {
      account,
      socket: toAnySocket({ socket, id, request, account }),
      contactId: '',
      close: () => socket.close(),
    }
    members.add(member)
    sockets.open({ id, operation, userId: keyUserId, openedAt: clock.now() })
    if (hello) sockets.recordReceived(id, { event: hello.type, value: hello.payload })
    const stop = keepSocketAlive(socket)
    const take = (data: RawData): void => {
      const frame = parseClientFrame(data)
      if (frame?.type === 'ping') socket.send(JSON.stringify({ type: 'pong', payload: null }))
      else if (frame) sockets.recordReceived(id, { event: frame.type, value: frame.payload })
      if (frame?.type === 'set_contact') member.contactId = frame.payload.contact_id
    }
    for (const data of early) take(data)
    socket.on('message', take)
    socket.on('error', () => socket.terminate()) // A frame that is too long, or no frame at all.
    socket.once('close', () => {
      stop()
      members.delete(member)
      sockets.close(id)
    })
  }

  function closeAll(account: Account): void {
    for (const member of members) if (member.account === account) member.close()
  }

  return {
    admit,
    tell(account, frames) {
      for (const { type: event, payload: value, forViewersOf } of frames) {
        for (const member of members) {
          if (member.account !== account || !mayHear(member, forViewersOf)) continue
          sendToSocket({ socket: member.socket, account, operation, event, value, data: { userId: keyUserId } })
        }
      }
    },
    has: (account) => [...members].some((member) => member.account === account),
  }
}

/** Frames for viewers of a contact also go to sockets that look at no contact. */
function mayHear({ contactId }: Member, forViewersOf: string | undefined): boolean {
  return forViewersOf === undefined || contactId === '' || contactId === forViewersOf
}

function toAnySocket({ socket, account, id, request }: NewMember & { id: string }): AnySocket {
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
