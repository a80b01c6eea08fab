import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Account, Accounts } from '../../server/account.ts'
import { isLocalHost } from '../../server/http/hosts.ts'
import { createQueue } from '../../store/createQueue.ts'
import { type ClientFrame, parseClientFrame } from './clientFrame.ts'
import { createLiveMembers } from './liveMembers.ts'
import { readSocketToken } from './socketToken.ts'
import { toLiveEvents } from './toLiveEvents.ts'

/** Time a socket has to authenticate. */
const authMs = 5_000
/** The server reads no longer frame. */
const maxPayload = 512

/** Options of {@link serveLiveSocket}. */
export interface LiveSocketOptions {
  server: HttpServer
  accounts: Accounts
  host: string
}

/**
 * Serves the live socket at `/whatomate/ws`: a token as the first frame (or, with the quirk, in the query), then every
 * event of the organization to everybody. @returns a function that ends it. @see Whatomate, "WebSockets"
 */
export function serveLiveSocket({ server, accounts, host }: LiveSocketOptions): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload })
  const members = createLiveMembers()
  const queue = createQueue() // One event after another, in the order in which things happened.

  async function upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sandbox')
    if (pathname !== '/whatomate/ws' && pathname !== '/whatomate/api/ws') return
    if (!isLocalHost({ header: request.headers.host, host })) return refuse(connection, 403)
    const token = searchParams.get('token')
    const account = token === null ? undefined : await readSocketToken(accounts, token)
    if (token !== null && !isWelcome({ account, pathname, inQuery: true })) return refuse(connection, 401)
    sockets.handleUpgrade(request, connection, head, (socket) => {
      if (account) members.admit({ socket, account, request })
      else awaitToken({ socket, request, pathname })
    })
  }

  function awaitToken({ socket, request, pathname }: Waiting): void {
    const timer = setTimeout(() => socket.close(), authMs)
    socket.once('close', () => clearTimeout(timer))
    socket.on('error', () => socket.terminate()) // A frame that is too long, or no frame at all.
    socket.once('message', (data) => {
      clearTimeout(timer)
      const frame = parseClientFrame(data)
      const hello = frame?.type === 'auth' ? frame : undefined
      const early: RawData[] = [] // What it says before its token has been read.
      const keep = (next: RawData): unknown => early.push(next)
      socket.on('message', keep)
      void findAccount({ accounts, hello }).then((account) => {
        socket.off('message', keep)
        if (account && isWelcome({ account, pathname, inQuery: false }))
          members.admit({ socket, account, request, hello, early })
        else if (account)
          socket.terminate() // A server that takes its token otherwise would not have let it in.
        else socket.close(1008, 'authentication failed')
      })
    })
  }

  const unsubscribe = accounts.subscribe((change, account) => {
    if (members.has(account)) void queue.add(async () => members.tell(account, await toLiveEvents(account, change)))
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

interface Waiting {
  socket: WebSocket
  request: IncomingMessage
  pathname: string
}

async function findAccount({
  accounts,
  hello,
}: {
  accounts: Accounts
  hello: (ClientFrame & { type: 'auth' }) | undefined
}): Promise<Account | undefined> {
  return hello && readSocketToken(accounts, hello.payload.token)
}

/** The socket's path and its way to authenticate are quirks of the account. */
function isWelcome({
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
