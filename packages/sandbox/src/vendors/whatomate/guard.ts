import type { Context } from 'hono'
import type { Account } from '../../server/account.ts'

/** The server's limit for a request body, unless configured otherwise. */
const smallBytes = 4 * 1024 * 1024

const limits = new WeakMap<Account, RateLimit>()
const documentedLimits = new WeakMap<Account, RateLimit>()

/** Refuses too many requests, and too large ones, with the quirks for it. */
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

/** All users of a server share one limit here, because a key acts as the user who created it. */
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

const windowMs = 60_000

/** Counts requests per minute. */
interface RateLimit {
  /** Counts a request. The headers report the state of the limit. */
  take: () => { allowed: boolean; headers: Record<string, string> }
}

/** Creates a limit, whose count restarts every minute. */
function createRateLimit({ requests, now }: { requests: number; now: () => number }): RateLimit {
  let minute = 0
  let count = 0
  return {
    take() {
      const current = Math.floor(now() / windowMs)
      if (current !== minute) count = 0
      minute = current
      count++
      const headers = {
        'x-ratelimit-limit': String(requests),
        'x-ratelimit-remaining': String(Math.max(0, requests - count)),
        'x-ratelimit-reset': String(((current + 1) * windowMs) / 1000),
      }
      return { allowed: count <= requests, headers }
    },
  }
}
