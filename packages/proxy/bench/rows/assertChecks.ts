import { setTimeout } from 'node:timers/promises'
import { openConnection } from '../load/connection.ts'
import { type Changes, foreignCard, type Kind, writeRequest } from '../load/requests.ts'

interface Check {
  name: string
  kind: Kind
  changes: Changes
  status: number
}

/** A page on another origin, as browsers name it. */
const foreign = 'https://evil.example'

const checks: Check[] = [
  { name: 'a window of the own page', kind: 'window', changes: {}, status: 200 },
  { name: 'a window of a foreign page', kind: 'window', changes: { origin: foreign }, status: 403 },
  { name: 'a window without a session', kind: 'window', changes: { cookie: 'theme=dark' }, status: 401 },
  { name: 'a card of chats that are not allowed', kind: 'window', changes: { body: foreignCard }, status: 403 },
  { name: 'a window of a malformed body', kind: 'window', changes: { body: '{"scope":' }, status: 400 },
  { name: 'a window of an unknown scope', kind: 'window', changes: { body: '{"scope":"all"}' }, status: 400 },
  { name: 'a session for a foreign page', kind: 'session', changes: { origin: foreign }, status: 403 },
  { name: 'a session without a session', kind: 'session', changes: { cookie: '' }, status: 401 },
  {
    name: 'events for a foreign page',
    kind: 'session',
    changes: { path: '/chat/events', origin: foreign },
    status: 403,
  },
  { name: 'events without a session', kind: 'session', changes: { path: '/chat/events', cookie: '' }, status: 401 },
]

let lastUser = 5_000_000

/** Asks the proxy under measurement for what it must refuse. @throws {Error} when a check is off: then no figure counts */
export async function assertChecks(url: string): Promise<void> {
  const { host } = new URL(url)
  for (const { name, kind, changes, status } of checks) {
    lastUser += 1
    const got = await send({ url, request: writeRequest({ kind, host, user: `u${lastUser}`, changes }) })
    if (got !== status) throw new Error(`The proxy answered ${got} instead of ${status} to: ${name}.`)
  }
}

/** Sends a request on a connection of its own, again where the proxy is too busy to look at it. */
async function send({ url, request }: { url: string; request: string }): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    const connection = await openConnection(url)
    const { status } = await connection.send(request)
    connection.close()
    if (status !== 503 || attempt === 20) return status
    await setTimeout(500)
  }
}
