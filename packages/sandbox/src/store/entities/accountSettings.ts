import * as z from 'zod'
import { InvalidOptionError } from '../errors.ts'
import { describeIssues } from '../input/describeIssues.ts'
import { explained } from '../input/explainIssue.ts'
import { keepUntilReset } from '../keepUntilReset.ts'
import { accountSettings } from '../schema.ts'
import type { Store } from '../store.ts'

/** Settings that a company's owner changes on the vendor's account pages. */
export const accountSettingsSchema = z.strictObject({
  /** With `start`, the company cannot write to customers who have not written first. */
  tariff: z.enum(['max', 'start']).default('max'),
  /** WABA is charged per message: with an `empty` balance it sends nothing. */
  balance: z.enum(['funded', 'empty']).default('funded'),
  /** Once `removed`, the key is still valid, but messages are refused. */
  integration: z.enum(['connected', 'removed']).default('connected'),
  /** With `follow`, linked files are fetched and checked at once; with `trust`, only the file name in the link is checked. */
  links: z.enum(['follow', 'trust']).default('follow'),
  /** Makes other users' unanswered messages red for managers too. Set through the partner API. */
  pushForManagers: z.enum(['on', 'off']).default('off'),
})
/** A company's settings at the vendor. */
export type AccountSettings = z.output<typeof accountSettingsSchema>

/** A change of some of the settings. Omitted settings keep their value. */
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
  const parsed = accountSettingsChangeSchema.safeParse(change, explained)
  if (!parsed.success) throw new InvalidOptionError(describeIssues({ error: parsed.error, whole: 'settings' }))
  for (const [name, value] of Object.entries(parsed.data)) {
    if (value === undefined) continue
    await store.database
      .insert(accountSettings)
      .values({ name, value })
      .onConflictDoUpdate({ target: accountSettings.name, set: { value } })
  }
  kept.forget(store)
  store.changes.publish({ kind: 'settings' })
  if (parsed.data.pushForManagers !== undefined) store.changes.publish({ kind: 'contacts' }) // It decides what is red or grey.
  return getAccountSettings(store)
}
