import { type Context, Hono } from 'hono'
import type { Account, Accounts } from '../server/account.ts'
import { respondError } from '../server/http/respondError.ts'
import { serveOpenApi } from '../server/openapi/serveOpenApi.ts'
import type { VendorApi } from '../server/routes/vendorApi.ts'
import { accountEvents } from './accountEvents.ts'
import { accounts as accountRoutes } from './accounts.ts'
import { createControlRoutes } from './createControlRoutes.ts'
import { guardControl } from './guardControl.ts'

/**
 * Serves the control API below `/_sandbox`. The header `X-Sandbox-Key` (an account's key) or the query parameter `account`
 * (its number) selects the account; without them it is the default account.
 */
export function serveControl({
  accounts,
  vendorApis,
  origin,
}: {
  accounts: Accounts
  vendorApis: VendorApi[]
  origin: () => string
}): Hono {
  const perAccount = new WeakMap<Account, Hono>()
  const ensureRoutes = (account: Account): Hono => {
    const routes = perAccount.get(account) ?? createApp({ account, origin })
    perAccount.set(account, routes)
    return routes
  }
  return new Hono({ strict: false })
    .use(guardControl(origin))
    .route('/', accountRoutes({ accounts }))
    .route('/', accountEvents({ accounts }))
    .route('/', serveOpenApi({ vendorApis, origin }))
    .all('/*', (context) => {
      const account = findAccount({ context, accounts })
      if (!account) return respondError(context, noSuchAccount)
      return ensureRoutes(account).fetch(context.req.raw, context.env)
    })
}

function createApp(options: { account: Account; origin: () => string }): Hono {
  return new Hono({ strict: false })
    .route('/_sandbox', createControlRoutes(options))
    .notFound((context) => respondError(context, noSuchRoute))
}

function findAccount({ context, accounts }: { context: Context; accounts: Accounts }): Account | undefined {
  const key = context.req.header('x-sandbox-key')
  if (key !== undefined) return accounts.find(key)
  const accountId = context.req.query('account')
  return accountId === undefined ? accounts.default : accounts.get(Number(accountId))
}

const noSuchRoute = {
  status: 404,
  code: 'NOT_FOUND',
  description: 'The control API has no such route.',
} as const

const noSuchAccount = {
  status: 404,
  code: 'ACCOUNT_NOT_FOUND',
  description: 'No account has this key or number. Create one with POST /_sandbox/accounts.',
} as const
