import { Hono } from 'hono'
import type { Logger } from 'pino'
import { mayAdminister } from '../../api/role.ts'
import type { Webhooks } from '../../api/webhooks.ts'
import type { CrmWebhooks } from '../chat/createCrmChat.ts'
import { ApiError } from '../errors.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { VendorSwitch } from './createVendorSwitch.ts'
import { registerWebhooks } from './registerWebhooks.ts'
import { readWebhookState } from './webhookState.ts'

/** Creates the routes that tell administrators how webhooks do. Nobody else learns that they are there. */
export function createWebhookRoutes({
  store,
  vendorSwitch: { current },
  webhooks,
  logger,
}: {
  store: SessionStore
  vendorSwitch: VendorSwitch
  webhooks: CrmWebhooks | undefined
  logger: Logger
}): Hono<UserVariables> {
  async function read(): Promise<Webhooks> {
    const { vendor, missing } = current()
    const { registeredAt, problem, lastAt, eventCount } = await readWebhookState(store.database, vendor)
    const isReceiving = !missing.includes('webhooks')
    const publicUrl = isReceiving ? webhooks?.publicUrl : undefined
    const address = publicUrl === undefined ? null : `${publicUrl.replace(/\/+$/, '')}/chat/webhooks/…`
    return { isReceiving, address, registeredAt, problem, lastAt, eventCount }
  }

  return new Hono<UserVariables>()
    .use(requireUser(store))
    .use(async (context, next) => {
      if (!mayAdminister(context.var.user.role))
        throw new ApiError({ code: 'not_found', message: 'Unknown API route.' })
      await next()
    })
    .get('/', async (context) => context.json(await read()))
    .post('/', async (context) => {
      await registerWebhooks({ store, crmChat: current(), webhooks, logger })
      return context.json(await read())
    })
}
