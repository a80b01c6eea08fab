import type { Context } from 'hono'
import type { Account } from '../accounts/createAccount.ts'
import { createWindowLimit } from '../http/createWindowLimit.ts'

/** A minute of a server that limits its users: they share one budget, since a key acts as the one who made it. */
const limit = { requests: 200, perMs: 60_000 }
/** What the server takes in one request, unless it was told otherwise. */
const smallBytes = 4 * 1024 * 1024

const limiters = new WeakMap<Account, () => boolean>()

/** Answers instead of any route, by the quirks for it: too many requests, or one that is too large. */
export function guard({ context, account }: { context: Context; account: Account }): Response | undefined {
  const { quirks } = account
  if (quirks.isOn('whatomate.rateLimit') && !mayAsk(account))
    return context.json({ status: 'error', message: 'Rate limit exceeded', data: null }, 429, { 'retry-after': '60' })
  const length = Number(context.req.header('content-length') ?? 0)
  if (quirks.isOn('whatomate.smallBodies') && length > smallBytes)
    return context.text('Error when parsing request', 400, { connection: 'close' })
  return undefined
}

function mayAsk(account: Account): boolean {
  const limiter = limiters.get(account) ?? createWindowLimit({ ...limit, now: account.clock.now })
  limiters.set(account, limiter)
  return limiter()
}
