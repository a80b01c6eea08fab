import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RawData, WebSocket } from 'ws'
import type { Account } from '../../server/account.ts'
import { type AnySocket, tellSocket } from '../../server/faults/tellSocket.ts'
import { parseClientFrame } from './clientFrame.ts'
import { keepSocketAlive } from './keepSocketAlive.ts'
import { keyUserId } from './keyUser.ts'
import type { LiveFrame } from './toLiveEvents.ts'

const operation = 'whatomate.watchEvents'

/** A socket to let in. */
export interface NewMember {
  socket: WebSocket
  account: Account
  request: IncomingMessage
  /** How it said who it is, unless by its address. */
  hello?: { type: 'auth'; payload: { token: string } } | undefined
  /** What it has said since. */
  early?: RawData[]
}

interface Member {
  account: Account
  socket: AnySocket
  /** The contact that is looked at on the other side; empty for none. */
  contactId: string
  close: () => void
}

/** The sockets that have been let in. */
export interface LiveMembers {
  admit: (member: NewMember) => void
  /** Tells everybody of an organization, whoever may see the contact: so does the server. */
  tell: (account: Account, frames: LiveFrame[]) => void
  /** Whether anybody of an organization listens. */
  has: (account: Account) => boolean
}

/** Keeps the sockets that have been let in, for as long as they are open. */
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
    if (hello) sockets.hear(id, { event: hello.type, value: hello.payload })
    const stop = keepSocketAlive(socket)
    const take = (data: RawData): void => {
      const frame = parseClientFrame(data)
      if (frame?.type === 'ping') socket.send(JSON.stringify({ type: 'pong', payload: null }))
      else if (frame) sockets.hear(id, { event: frame.type, value: frame.payload })
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
          tellSocket({ socket: member.socket, account, operation, event, value, data: { userId: keyUserId } })
        }
      }
    },
    has: (account) => [...members].some((member) => member.account === account),
  }
}

/** What is for those who look at a contact goes to those who look at none as well. */
function mayHear({ contactId }: Member, forViewersOf: string | undefined): boolean {
  return forViewersOf === undefined || contactId === '' || contactId === forViewersOf
}

function toAnySocket({ socket, account, id, request }: NewMember & { id: string }): AnySocket {
  return {
    emit(event, value) {
      socket.send(JSON.stringify({ type: event, payload: value }))
      account.sockets.tell(id, { event, value })
    },
    sendText: (text) => socket.send(text),
    disconnect: () => socket.terminate(),
    conn: { request },
  }
}
