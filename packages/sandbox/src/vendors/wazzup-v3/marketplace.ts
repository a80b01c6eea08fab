import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { marketplaceRequestSchema } from '@crm-chat/vendors/wazzup-v3'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Account } from '../../server/account.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { settings } from '../../store/schema.ts'
import { respondDone } from './entities.ts'

const entrySchema = marketplaceRequestSchema.extend({ authRedirectUri: z.string().default('') })
type MarketplaceEntry = z.output<typeof entrySchema>

/** `POST /v3/marketplace`: sets the entry with which customers connect the CRM by a button. @see API v3, "WAuth" */
export const marketplace: Route[] = [
  defineRoute({
    endpoint: wazzupV3.setMarketplace,
    async handle(call) {
      const entries = await Promise.all(
        call.accounts.list().map(async (account) => ({ account, entry: await getMarketplaceEntry(account) })),
      )
      const isUsed = entries.some(
        ({ account, entry }) => account !== call.account && entry?.crmCode === call.body.crmCode,
      )
      if (isUsed) return call.refuse(codeTaken)
      await saveEntry(call.account, entrySchema.parse(call.body))
      return respondDone(call)
    },
  }),
]

/** The page requires a unique crmCode, but documents no error code. */
const codeTaken = {
  status: 400,
  code: 'CRM_CODE_NOT_UNIQUE',
  description: 'crmCode: another CRM has this code.',
} as const

const settingName = 'marketplace'

/** An account's marketplace entry of its CRM, if it has one. */
async function getMarketplaceEntry({ store }: Account): Promise<MarketplaceEntry | undefined> {
  const [row] = await store.database.select().from(settings).where(eq(settings.name, settingName))
  return row && entrySchema.parse(JSON.parse(row.value))
}

async function saveEntry({ store }: Account, entry: MarketplaceEntry): Promise<void> {
  const value = JSON.stringify(entry)
  await store.database
    .insert(settings)
    .values({ name: settingName, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
}
