import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { accountExpansions } from '@crm-chat/vendors/wazzup-tech'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Account } from '../../server/account.ts'
import { parseAccountKeys } from '../../server/accountKeys.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { listChannels } from '../../store/entities/channels.ts'
import { settings } from '../../store/schema.ts'
import { authenticatePartner, unauthorizedPartner } from './authenticate.ts'
import { respondData } from './respondData.ts'
import { badRequest, notFound } from './techErrors.ts'
import { toTechChannel } from './toTechChannel.ts'

const expansionSchema = z.enum(accountExpansions)
const _querySchema = z.object({
  expand: z
    .string()
    .transform((list) => list.split(',').filter((name) => name !== ''))
    .pipe(z.array(expansionSchema))
    .default([]),
})

/** Accounts of end customers, for the partner. @see https://wazzup24.com/help/api/accounts/ */
export const partnerAccounts: Route[] = [
  defineRoute({
    endpoint: wazzupTech.createAccount,
    authenticate: authenticatePartner,
    unauthorized: unauthorizedPartner,
    async handle(call) {
      const added = await call.accounts.add(parseAccountKeys())
      await saveName(added, call.body.name)
      return respondData(call, { account: { account_id: added.accountId, name: call.body.name } })
    },
  }),
  defineRoute({
    endpoint: wazzupTech.fetchAccount,
    authenticate: authenticatePartner,
    unauthorized: unauthorizedPartner,
    async handle(call) {
      const accountId = call.context.req.param('account_id') ?? ''
      if (!/^\d{8}$/.test(accountId)) return call.refuse(badRequest('account_id must be a string of 8 digits'))
      const found = call.accounts.get(Number(accountId))
      if (!found) return call.refuse(notFound(`Account ${accountId}`))
      const account = { account_id: found.accountId, name: await getName(found) }
      return respondData(call, { account, ...(await expand(found, call.query.expand)) })
    },
  }),
]

/**
 * Reads the requested expansions of an account. No known document shows them: the partner pays for every channel, at the
 * tariff of the channels.
 */
async function expand(account: Account, names: z.output<typeof expansionSchema>[]): Promise<Record<string, unknown>> {
  const channels = (await listChannels(account.store.database)).map((channel) => toTechChannel(account.quirks, channel))
  const all = {
    billing: { billed_by: 'partner' },
    channels,
    subscriptions: channels.map(({ channel_id, tariff, status }) => ({ channel_id, tariff, status })),
  }
  return Object.fromEntries(names.map((name) => [name, all[name]]))
}

const nameSetting = 'accountName'

async function saveName({ store }: Account, value: string): Promise<void> {
  await store.database.insert(settings).values({ name: nameSetting, value })
}

async function getName({ store, accountId }: Account): Promise<string> {
  const [row] = await store.database.select().from(settings).where(eq(settings.name, nameSetting))
  return row?.value ?? `Sandbox ${accountId}`
}
