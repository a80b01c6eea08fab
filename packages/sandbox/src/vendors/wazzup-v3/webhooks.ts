import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { webhooksRequestSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getEndpoint } from '../../server/webhooks/endpoints.ts'
import { registerEndpoint } from '../../server/webhooks/registerEndpoint.ts'
import { refuseUri, subscriptionNames, subscriptionsSchema, toEvents, toTestFailure } from './webhookSettings.ts'

const vendor = 'wazzup-v3' as const

/** `crmKey` authenticates webhooks: `Authorization: Bearer <crmKey>`. Only some clients send it. */
const settingsSchema = webhooksRequestSchema.extend({
  subscriptions: subscriptionsSchema.optional(),
  crmKey: z.string().min(1).max(200).optional(),
})

/** `/v3/webhooks`: one endpoint per account. @see API v3, "Webhooks" */
export const webhooks: Route[] = [
  defineRoute({
    endpoint: wazzupV3.fetchWebhooks,
    async handle({ account: { store, quirks }, context }) {
      const endpoint = await getEndpoint(store, vendor)
      const subscriptions = toSwitches({ events: endpoint?.events ?? [], quirks })
      return context.json({ webhooksUri: endpoint?.url ?? '', subscriptions })
    },
  }),
  defineRoute({
    endpoint: wazzupV3.setWebhooks,
    check: ({ body }) => refuseUri(body),
    body: settingsSchema,
    async handle({ account, body: { webhooksUri, subscriptions = {}, crmKey }, context, refuse }) {
      const events = toEvents(subscriptions)
      const secret = crmKey ?? (await getEndpoint(account.store, vendor))?.secret ?? null
      const endpoint = { endpointId: vendor, vendor, url: webhooksUri, events, secret, details: {} }
      const result = await registerEndpoint(account, endpoint)
      if (!result.passed) return refuse(toTestFailure(result))
      return account.quirks.isOn('wazzup-v3.webhooksOkObject') ? context.json({ ok: true }) : context.text('OK')
    },
  }),
]

function toSwitches({ events, quirks }: { events: string[]; quirks: Quirks }): Record<string, boolean | string> {
  const asText = quirks.isOn('wazzup-v3.webhookTexts')
  const renamed = quirks.isOn('wazzup-v3.wabaTemplatesStatus')
  return Object.fromEntries(
    subscriptionNames.map((name) => {
      const on = events.includes(name)
      return [renamed && name === 'templateStatus' ? 'wabaTemplatesStatus' : name, asText ? String(on) : on]
    }),
  )
}
