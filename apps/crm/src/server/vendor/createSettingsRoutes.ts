import { Hono } from 'hono'
import { mayAdminister } from '../../api/role.ts'
import { type SettingsResponse, settingsSchema } from '../../api/settings.ts'
import { ApiError } from '../errors.ts'
import { readBody } from '../http/readBody.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { VendorSwitch } from './createVendorSwitch.ts'

/** Creates the routes of the settings: all users read them, and administrators change them. */
export function createSettingsRoutes({
  store,
  vendorSwitch: { settings, choices, change },
}: {
  store: SessionStore
  vendorSwitch: VendorSwitch
}): Hono<UserVariables> {
  const toResponse = (): SettingsResponse => ({ settings: settings(), vendors: choices() })
  return new Hono<UserVariables>()
    .use(requireUser(store))
    .get('/', (context) => context.json(toResponse()))
    .put('/', async (context) => {
      if (!mayAdminister(context.var.user.role))
        throw new ApiError({ code: 'forbidden', message: 'Only administrators change the settings.' })
      await change(await readBody(context, settingsSchema))
      return context.json(toResponse())
    })
}
