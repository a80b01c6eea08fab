import { like } from 'drizzle-orm'
import * as z from 'zod'
import { settings } from '../schema.ts'
import type { Store } from '../store.ts'

const prefix = 'account:'
const knownAccountSchema = z.object({ accountId: z.int(), apiKey: z.string(), whatomateKey: z.string() })
/** An account in addition to the default one. */
export type KnownAccount = z.infer<typeof knownAccountSchema>

/** Saves an account in the data of the default one. */
export async function saveKnownAccount({ database }: Store, account: KnownAccount): Promise<void> {
  const { accountId, apiKey, whatomateKey } = account
  const value = JSON.stringify({ accountId, apiKey, whatomateKey })
  await database.insert(settings).values({ name: prefix + accountId, value })
}

/** The accounts in addition to the default one. */
export async function listKnownAccounts({ database }: Store): Promise<KnownAccount[]> {
  const rows = await database
    .select()
    .from(settings)
    .where(like(settings.name, `${prefix}%`))
  return rows.map(({ value }) => knownAccountSchema.parse(JSON.parse(value)))
}
