import { Hono } from 'hono'
import {
  accountSettingsChangeSchema,
  changeAccountSettings,
  getAccountSettings,
} from '../store/entities/accountSettings.ts'
import type { Store } from '../store/store.ts'
import { readInput } from './readInput.ts'

/** `GET` and `PATCH /_sandbox/settings`: the company's settings at the vendor, e.g. its tariff. */
export function settings({ store }: { store: Store }): Hono {
  return new Hono({ strict: false })
    .get('/settings', async (context) => context.json(await getAccountSettings(store)))
    .patch('/settings', async (context) => {
      const input = await readInput(context, accountSettingsChangeSchema)
      return input.ok ? context.json(await changeAccountSettings(store, input.body)) : input.refusal
    })
}
