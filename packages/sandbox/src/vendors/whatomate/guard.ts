import type { Context } from 'hono'
import type { Account } from '../../server/account.ts'
import { createRateLimit, type RateLimit } from './createRateLimit.ts'

/** The server's limit for a request body, unless configured otherwise. */
const smallBytes = 4 * 1024 * 1024

const limits = new WeakMap<Account, RateLimit>()
const documentedLimits = new WeakMap<Account, RateLimit>()

/** Answers instead of any route, by the quirks for it: too many requests, or one that is too large. */
export function guard({ context, account }: { context: Context; account: Account }): Response | undefined {
  const { quirks } = account
  if (quirks.isOn('whatomate.rateLimit') && !getLimit(limits, { account, requests: 200 }).take().allowed)
    return refuse(context, { 'retry-after': '60' })
  if (quirks.isOn('whatomate.rateLimitHeaders')) {
    const { allowed, headers } = getLimit(documentedLimits, { account, requests: 100 }).take()
    if (!allowed) return refuse(context, headers)
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
  }
  const length = Number(context.req.header('content-length') ?? 0)
  if (quirks.isOn('whatomate.smallBodies') && length > smallBytes)
    return context.text('Error when parsing request', 400, { connection: 'close' })
  return undefined
}

/** All users of a server share one budget here, since a key acts as the one who made it. */
function getLimit(
  known: WeakMap<Account, RateLimit>,
  { account, requests }: { account: Account; requests: number },
): RateLimit {
  const limit = known.get(account) ?? createRateLimit({ requests, now: account.clock.now })
  known.set(account, limit)
  return limit
}

function refuse(context: Context, headers: Record<string, string>): Response {
  return context.json({ status: 'error', message: 'Rate limit exceeded', data: null }, 429, headers)
}
