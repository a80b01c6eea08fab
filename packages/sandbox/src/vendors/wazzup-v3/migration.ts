import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { migrationRequestSchema } from '@crm-chat/vendors/wazzup-v3'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { deleteEndpoint } from '../../server/webhooks/endpoints.ts'
import { registerEndpoint } from '../../server/webhooks/registerEndpoint.ts'
import { respondDone } from './entities.ts'
import { refuseUri, subscriptionsSchema, toEvents, toTestFailure } from './webhookSettings.ts'

const requestSchema = migrationRequestSchema.extend({
  subscriptions: subscriptionsSchema.pick({ messagesAndStatuses: true, contactsAndDealsCreation: true }).optional(),
})

/** `POST /v3/migration`: moves a customer's webhooks from API V2 to v3. @see API v3, "Migration of API v2 users to API v3" */
export const migration: Route[] = [
  defineRoute({
    endpoint: wazzupV3.migrateClient,
    check: ({ body }) => refuseUri(body),
    body: requestSchema,
    async handle(call) {
      const { clientApiKey, webhooksUri: url, subscriptions = {} } = call.body
      const customer = call.accounts.find(clientApiKey)
      if (customer?.apiKey !== clientApiKey) return call.refuse(noSuchAccount)
      const vendor = 'wazzup-v3'
      const endpoint = {
        endpointId: vendor,
        vendor,
        url,
        events: toEvents(subscriptions),
        secret: null,
        details: {},
      } as const
      const result = await registerEndpoint(customer, endpoint)
      if (!result.passed) return call.refuse(toTestFailure(result))
      await deleteEndpoint(customer.store, { vendor: 'wazzup-v2', endpointId: 'wazzup-v2' })
      return respondDone(call)
    },
  }),
]

const noSuchAccount = {
  status: 400,
  code: 'NO_SUCH_ACCOUNT',
  description: 'clientApiKey: there is no account with this key.',
} as const
