import { Hono } from 'hono'
import { mayAdminister } from '../../api/role.ts'
import { type SettingsResponse, settingsSchema } from '../../api/settings.ts'
import type { CrmWebhooks } from '../chat/createCrmChat.ts'
import { ApiError } from '../errors.ts'
import { readBody } from '../http/readBody.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { VendorSwitch } from './createVendorSwitch.ts'
import { receivesWebhooks } from './receivesWebhooks.ts'

/** Creates the routes of the settings: all users read them, and administrators change them. */
export function createSettingsRoutes({
  store,
  vendorSwitch: { current, settings, choices, change },
  webhooks,
}: {
  store: SessionStore
  vendorSwitch: VendorSwitch
  webhooks: CrmWebhooks | undefined
}): Hono<UserVariables> {
  async function respond(): Promise<SettingsResponse> {
    const isReceiving = await receivesWebhooks(store.database, { crmChat: current(), webhooks })
    return { settings: settings(), vendors: choices(), isReceiving }
  }

  return new Hono<UserVariables>()
    .use(requireUser(store))
    .get('/', async (context) => context.json(await respond()))
    .put('/', async (context) => {
      if (!mayAdminister(context.var.user.role))
        throw new ApiError({ code: 'forbidden', message: 'Only administrators change the settings.' })
      await change(await readBody(context, settingsSchema))
      return context.json(await respond())
    })
}
