import { Hono } from 'hono'
import type { Account } from '../server/account.ts'

/** `GET /_sandbox/sockets`: the connections that are open, and what they were told last. */
export function sockets({ account }: { account: Account }): Hono {
  return new Hono({ strict: false }).get('/sockets', (context) => context.json({ sockets: account.sockets.list() }))
}
