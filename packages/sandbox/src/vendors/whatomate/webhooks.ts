import { randomBytes } from 'node:crypto'
import { whatomate } from '@crm-chat/vendors/endpoints'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { deleteEndpoint, listEndpoints, saveEndpoint, type WebhookEndpoint } from '../../server/webhooks/endpoints.ts'
import { webhookEndpoints } from '../../store/schema.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { readEvents, spellEvent } from './spellEvent.ts'

const vendor = 'whatomate'
const fieldsSchema = z.looseObject({
  name: z.string().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  events: z.array(z.string()).optional(),
  secret: z.string().optional(),
  is_active: z.boolean().optional(),
})

/** Webhooks of the organization. @see Whatomate, "Webhooks" */
export const webhooks: Route[] = [
  defineRoute({
    endpoint: whatomate.fetchWebhooks,
    async handle(call) {
      const endpoints = await listEndpoints(call.account.store, vendor)
      return respondSuccess(call, { webhooks: endpoints.map((endpoint) => toWebhook(endpoint, call.account.quirks)) })
    },
  }),
  defineRoute({
    endpoint: whatomate.createWebhook,
    body: fieldsSchema,
    async handle(call) {
      const { quirks, store } = call.account
      const { name, url, is_active = true } = call.body
      if (!name || !url) return call.refuse(refuseWith(400, 'name and url are required'))
      const events = readEvents(call.body.events ?? [], quirks)
      if (!events) return call.refuse(unknownEvent)
      const generated = quirks.isOn('whatomate.generatedSecret') ? randomBytes(16).toString('hex') : null
      const secret = call.body.secret ?? generated
      if (events.length === 0) return call.refuse(refuseWith(400, 'at least one event must be selected'))
      const details = { name, isActive: is_active, events }
      const endpoint = {
        endpointId: store.ids.next('endpoint'),
        vendor,
        url,
        events: is_active ? events : [],
        secret,
        details,
      } as const
      await saveEndpoint(store, endpoint)
      const generatedSecret = call.body.secret === undefined && secret !== null ? { secret } : {} // Shown only once.
      return respondSuccess(call, { ...toWebhook(endpoint, quirks), ...generatedSecret })
    },
  }),
  defineRoute({
    endpoint: whatomate.updateWebhook,
    body: fieldsSchema,
    async handle(call) {
      const before = await findEndpoint(call)
      if (!before) return call.refuse(webhookNotFound)
      const { url = before.url, secret = before.secret } = call.body
      const { quirks } = call.account
      const old = toWebhook(before, quirks)
      const { name = old.name, is_active: isActive = old.is_active } = call.body
      const events = readEvents(call.body.events ?? old.events, quirks)
      if (!events) return call.refuse(unknownEvent)
      const details = { name, isActive, events }
      const endpoint = { ...before, url, secret, events: isActive ? events : [], details }
      await saveEndpoint(call.account.store, endpoint)
      return respondSuccess(call, toWebhook(endpoint, quirks))
    },
  }),
  defineRoute({
    endpoint: whatomate.testWebhook,
    async handle(call) {
      const endpoint = await findEndpoint(call)
      if (!endpoint) return call.refuse(webhookNotFound)
      const { url, secret } = endpoint
      const timestamp = new Date(call.account.clock.now()).toISOString()
      const body = { event: 'test', timestamp, data: { message: 'This is a test webhook' } }
      const { passed, status, error } = await call.account.webhooks.testCall({ vendor, url, secret, body })
      if (passed) return respondSuccess(call, { message: 'Webhook test successful' })
      const description = `Webhook test failed: ${status ? `status ${status}` : error}`
      return call.refuse({ status: 502, code: '502', description })
    },
  }),
  defineRoute({
    endpoint: whatomate.deleteWebhook,
    async handle(call) {
      const endpointId = call.context.req.param('id') ?? ''
      const deleted = await deleteEndpoint(call.account.store, { vendor, endpointId })
      return deleted ? respondSuccess(call, { message: 'Webhook deleted' }) : call.refuse(webhookNotFound)
    },
  }),
]

const unknownEvent = refuseWith(400, 'Invalid request body')
const webhookNotFound = refuseWith(404, 'Webhook not found')
const detailsSchema = z.object({ name: z.string(), isActive: z.boolean(), events: z.array(z.string()) })

async function findEndpoint({
  account,
  context,
}: Pick<Call, 'account' | 'context'>): Promise<WebhookEndpoint | undefined> {
  const [endpoint] = await account.store.database
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.endpointId, context.req.param('id') ?? ''))
  return endpoint?.vendor === vendor ? endpoint : undefined
}

function toWebhook({ endpointId: id, url, secret, details }: WebhookEndpoint, quirks: Quirks) {
  const { name, isActive, events } = detailsSchema.parse(details)
  const spelt = events.map((event) => spellEvent(event, quirks))
  return { id, name, url, events: spelt, is_active: isActive, has_secret: secret !== null }
}
