import type { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Account, Accounts } from '../../server/account.ts'
import { isLocalHost } from '../../server/http/hosts.ts'
import { startTimer } from '../../store/clock/timers.ts'
import { createQueue } from '../../store/createQueue.ts'
import { type ClientFrame, parseClientFrame } from './clientFrame.ts'
import { createLiveClients } from './liveClients.ts'
import { readSocketToken } from './socketToken.ts'
import { toLiveEvents } from './toLiveEvents.ts'
import type { User } from './users.ts'

/** Time a socket has to authenticate. */
const authMs = 5_000
/** Longest frame that the server reads, in bytes. */
const maxPayload = 512

/** Options of {@link serveLiveSocket}. */
export interface LiveSocketOptions {
  /** Emits `upgrade` for WebSockets, as an HTTP server does. */
  server: EventEmitter
  accounts: Accounts
  host: string
}

/**
 * Serves the live socket at `/whatomate/ws`. A client sends a token in its first frame (or, with a quirk, in the query), and
 * receives every event of the organization.
 * @returns a function that ends it
 * @see Whatomate, "WebSockets"
 */
export function serveLiveSocket({ server, accounts, host }: LiveSocketOptions): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload })
  const clients = createLiveClients()
  const queue = createQueue() // One change after another, in the order in which they happened.

  async function upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sandbox')
    if (pathname !== '/whatomate/ws' && pathname !== '/whatomate/api/ws') return
    if (!isLocalHost({ header: request.headers.host, host })) return refuse(connection, 403)
    const token = searchParams.get('token')
    const found = token === null ? undefined : await readSocketToken(accounts, token)
    if (token !== null && !isAllowed({ account: found?.account, pathname, inQuery: true }))
      return refuse(connection, 401)
    sockets.handleUpgrade(request, connection, head, (socket) => {
      if (found) clients.add({ socket, ...found, request })
      else awaitToken({ socket, request, pathname })
    })
  }

  function awaitToken({ socket, request, pathname }: UnauthenticatedSocket): void {
    const timer = startTimer(() => socket.close(), authMs)
    socket.once('close', () => clearTimeout(timer))
    socket.on('error', () => socket.terminate()) // A frame that is too long or malformed.
    socket.once('message', (data) => {
      clearTimeout(timer)
      const frame = parseClientFrame(data)
      const authFrame = frame?.type === 'auth' ? frame : undefined
      const earlyData: RawData[] = []
      const keep = (next: RawData): unknown => earlyData.push(next)
      socket.on('message', keep)
      void findUser({ accounts, authFrame }).then((found) => {
        socket.off('message', keep)
        if (found && isAllowed({ account: found.account, pathname, inQuery: false }))
          clients.add({ socket, ...found, request, authFrame, earlyData })
        else if (found)
          socket.terminate() // A server that expects its token elsewhere would have refused it.
        else socket.close(1008, 'authentication failed')
      })
    })
  }

  const unsubscribe = accounts.subscribe((change, account) => {
    if (clients.has(account)) void queue.add(async () => clients.send(account, await toLiveEvents(account, change)))
  })
  const listener = (request: IncomingMessage, connection: Duplex, head: Buffer): void =>
    void upgrade(request, connection, head)
  server.on('upgrade', listener)
  return async () => {
    unsubscribe()
    server.off('upgrade', listener)
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
    await queue.close()
  }
}

interface UnauthenticatedSocket {
  socket: WebSocket
  request: IncomingMessage
  pathname: string
}

async function findUser({
  accounts,
  authFrame,
}: {
  accounts: Accounts
  authFrame: (ClientFrame & { type: 'auth' }) | undefined
}): Promise<{ account: Account; user: User } | undefined> {
  return authFrame && readSocketToken(accounts, authFrame.payload.token)
}

/** Checks the socket's path and place of its token, which are quirks of the account. */
function isAllowed({
  account,
  pathname,
  inQuery,
}: {
  account: Account | undefined
  pathname: string
  inQuery: boolean
}): boolean {
  if (!account) return false
  const path = account.quirks.isOn('whatomate.apiSocketPath') ? '/whatomate/api/ws' : '/whatomate/ws'
  return pathname === path && account.quirks.isOn('whatomate.queryToken') === inQuery
}

function refuse(connection: Duplex, status: 401 | 403): void {
  connection.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
