import { Hono } from 'hono'
import type { Account } from '../server/account.ts'

/** `GET /_sandbox/sockets`: lists the open connections with their latest frames. */
export function sockets({ account }: { account: Account }): Hono {
  return new Hono({ strict: false }).get('/sockets', (context) => context.json({ sockets: account.sockets.list() }))
}
