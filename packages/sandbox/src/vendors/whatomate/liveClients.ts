import type { Account } from '../../server/account.ts'
import { type AuthenticatedSocket, createLiveClient, type LiveClient } from './createLiveClient.ts'
import type { LiveFrame } from './toLiveEvents.ts'

/** The open clients of the live socket. */
export interface LiveClients {
  add: (authenticated: AuthenticatedSocket) => void
  /** Sends frames to all clients of an organization, as the server does, regardless of access to the contact. */
  send: (account: Account, frames: LiveFrame[]) => void
  /** True if any client of an organization is open. */
  has: (account: Account) => boolean
}

/** Creates an empty list of clients. */
export function createLiveClients(): LiveClients {
  const clients = new Set<LiveClient>()
  const listClients = (account: Account): LiveClient[] => [...clients].filter((client) => client.account === account)
  return {
    add(authenticated) {
      const { account, user, socket } = authenticated
      if (account.quirks.isOn('whatomate.oneSocketPerUser'))
        for (const client of listClients(account)) if (client.user === user) client.close()
      const client = createLiveClient(authenticated)
      clients.add(client)
      socket.once('close', () => clients.delete(client))
    },
    send(account, frames) {
      for (const frame of frames) for (const client of listClients(account)) client.send(frame)
    },
    has: (account) => listClients(account).length > 0,
  }
}
