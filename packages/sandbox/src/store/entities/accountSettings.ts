import * as z from 'zod'
import { InvalidOptionError } from '../errors.ts'
import { keepUntilReset } from '../keepUntilReset.ts'
import { accountSettings } from '../schema.ts'
import type { Store } from '../store.ts'

/** Settings that a company's owner sees in the vendor's account pages. */
export const accountSettingsSchema = z.strictObject({
  /** With `start`, nobody is written to who has not written first. */
  tariff: z.enum(['max', 'start']).default('max'),
  /** WABA is paid for by the message: with an `empty` balance nothing goes out through it. */
  balance: z.enum(['funded', 'empty']).default('funded'),
  /** Once `removed`, the key still opens everything, but there is no account left to send for. */
  integration: z.enum(['connected', 'removed']).default('connected'),
  /** Links to files are followed at once and judged by what is there, or, with `trust`, by their ending alone. */
  links: z.enum(['follow', 'trust']).default('follow'),
  /** Whether other users' unanswered messages are red for managers too. Set through the partner API. */
  pushForManagers: z.enum(['on', 'off']).default('off'),
})
/** A company's settings at the vendor. */
export type AccountSettings = z.output<typeof accountSettingsSchema>

/** A change of some of the settings. It has no defaults: what is left out stays. */
export const accountSettingsChangeSchema = z.strictObject({
  tariff: accountSettingsSchema.shape.tariff.unwrap().optional(),
  balance: accountSettingsSchema.shape.balance.unwrap().optional(),
  integration: accountSettingsSchema.shape.integration.unwrap().optional(),
  links: accountSettingsSchema.shape.links.unwrap().optional(),
  pushForManagers: accountSettingsSchema.shape.pushForManagers.unwrap().optional(),
})
/** A change of some of the settings. */
export type AccountSettingsChange = z.output<typeof accountSettingsChangeSchema>

const kept = keepUntilReset(async ({ database }) => {
  const rows = await database.select().from(accountSettings)
  return accountSettingsSchema.parse(Object.fromEntries(rows.map(({ name, value }) => [name, value])))
})

/** The settings as they are now. */
export function getAccountSettings(store: Store): Promise<AccountSettings> {
  return kept.get(store)
}

/** Changes some of the settings. @throws {InvalidOptionError} */
export async function changeAccountSettings(store: Store, change: AccountSettingsChange): Promise<AccountSettings> {
  const parsed = accountSettingsChangeSchema.safeParse(change)
  if (!parsed.success) throw new InvalidOptionError(`settings: ${z.prettifyError(parsed.error).slice(0, 500)}`)
  for (const [name, value] of Object.entries(parsed.data)) {
    if (value === undefined) continue
    await store.database
      .insert(accountSettings)
      .values({ name, value })
      .onConflictDoUpdate({ target: accountSettings.name, set: { value } })
  }
  kept.forget(store)
  if (parsed.data.pushForManagers !== undefined) store.changes.publish({ kind: 'contacts' }) // What is red or grey.
  return getAccountSettings(store)
}
