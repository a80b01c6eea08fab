import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import * as z from 'zod'
import type { Account } from '../accounts/createAccount.ts'
import type { Accounts } from '../accounts/createAccounts.ts'
import { tellSocket } from '../faults/tellSocket.ts'
import { isLocalHost } from '../http/hosts.ts'
import { createQueue } from '../store/createQueue.ts'
import { readSocketToken } from './socketToken.ts'
import { toLiveEvents } from './toLiveEvents.ts'

/** How long a socket may take to say who it is. */
const authMs = 5_000
const pingMs = 54_000
/** The server reads no longer frame. */
const maxPayload = 512

const frameSchema = z.object({ type: z.string(), payload: z.unknown().optional() })
const authSchema = z.object({ token: z.string() })

/** What serving the live socket takes. */
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
  const members = new Map<WebSocket, Member>()
  const queue = createQueue() // One event after another, in the order in which things happened.

  async function upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sandbox')
    if (pathname !== '/whatomate/ws' && pathname !== '/whatomate/api/ws') return
    if (!isLocalHost({ header: request.headers.host, host })) return refuse(connection, 403)
    const token = searchParams.get('token')
    const account = token === null ? undefined : await readSocketToken(accounts, token)
    if (token !== null && !isWelcome({ account, pathname, inQuery: true })) return refuse(connection, 401)
    sockets.handleUpgrade(request, connection, head, (socket) => {
      if (account) admit({ socket, account, request })
      else awaitToken({ socket, request, pathname })
    })
  }

  function awaitToken({
    socket,
    request,
    pathname,
  }: {
    socket: WebSocket
    request: IncomingMessage
    pathname: string
  }) {
    const timer = setTimeout(() => socket.close(), authMs)
    socket.once('close', () => clearTimeout(timer))
    socket.once('message', (data) => {
      clearTimeout(timer)
      void readToken(data).then((account) => {
        if (account && isWelcome({ account, pathname, inQuery: false })) admit({ socket, account, request })
        else socket.close(1008, 'authentication failed')
      })
    })
    socket.on('error', () => socket.terminate()) // A frame that is too long, or no frame at all.
  }

  async function readToken(data: RawData): Promise<Account | undefined> {
    const frame = parseFrame(data)
    const auth = frame?.type === 'auth' ? authSchema.safeParse(frame.payload).data : undefined
    return auth && readSocketToken(accounts, auth.token)
  }

  function admit({ socket, account, request }: Member & { socket: WebSocket }): void {
    if (account.quirks.isOn('whatomate.oneSocketPerUser')) closeOthers(account)
    members.set(socket, { account, request })
    const timer = setInterval(() => socket.ping(), pingMs)
    socket.on('message', (data) => {
      if (parseFrame(data)?.type === 'ping') socket.send(JSON.stringify({ type: 'pong', payload: null }))
    })
    socket.on('error', () => socket.terminate())
    socket.once('close', () => {
      clearInterval(timer)
      members.delete(socket)
    })
  }

  function closeOthers(account: Account): void {
    for (const [socket, member] of members) if (member.account === account) socket.close()
  }

  const unsubscribe = accounts.subscribe((change, account) => {
    if (members.size > 0) void queue.add(() => tellAll({ members, account, change }))
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

interface Member {
  account: Account
  request: IncomingMessage
}

/** Where the socket is and how it takes its token are quirks of the account. */
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

async function tellAll({
  members,
  account,
  change,
}: {
  members: Map<WebSocket, Member>
  account: Account
  change: Parameters<typeof toLiveEvents>[1]
}): Promise<void> {
  const concerned = [...members].filter(([, member]) => member.account === account)
  if (concerned.length === 0) return
  for (const { type, payload } of await toLiveEvents(account, change)) {
    for (const [socket, { request }] of concerned) {
      tellSocket({
        socket: {
          emit: (event, value) => socket.send(JSON.stringify({ type: event, payload: value })),
          disconnect: () => socket.terminate(),
          conn: { request },
        },
        account,
        operation: 'whatomate.watchEvents',
        event: type,
        value: payload,
        data: {},
      })
    }
  }
}

function parseFrame(data: RawData): z.infer<typeof frameSchema> | undefined {
  try {
    return frameSchema.safeParse(JSON.parse(data.toString())).data
  } catch {
    return undefined // No JSON: no frame of this protocol.
  }
}

function refuse(connection: Duplex, status: 401 | 403): void {
  connection.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
