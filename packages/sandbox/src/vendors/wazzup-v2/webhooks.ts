import { wazzupV2 } from '@crm-chat/vendors/endpoints'
import type { Refusal } from '../../server/http/respondError.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import type { TestCallResult } from '../../server/webhooks/createSender.ts'
import { deleteEndpoint, getEndpoint } from '../../server/webhooks/endpoints.ts'
import { registerEndpoint } from '../../server/webhooks/registerEndpoint.ts'
import { v2Events } from './wazzupV2Webhooks.ts'

/** `/v2/webhooks`: one endpoint per account. @see CRM API V2, "Enabling web hooks and obtaining the current url value" */
export const webhooks: Route[] = [
  defineRoute({
    endpoint: wazzupV2.fetchWebhooks,
    async handle({ account, context }) {
      const endpoint = await getEndpoint(account.store, vendor)
      return context.json({ webhooksUrl: endpoint?.url ?? null })
    },
  }),
  defineRoute({
    endpoint: wazzupV2.setWebhooks,
    async handle({ account, body: { url }, context, refuse }) {
      const before = await getEndpoint(account.store, vendor)
      if (url === null) {
        await deleteEndpoint(account.store, { vendor, endpointId: vendor })
      } else {
        const endpoint = { endpointId: vendor, vendor, url, events: v2Events, secret: null, details: {} }
        const result = await registerEndpoint(account, endpoint)
        if (!result.passed) return refuse(toTestFailure(result))
      }
      return context.json({ webhooksUrl: url, webhooksUrlChanged: (before?.url ?? null) !== url })
    },
  }),
]

const vendor = 'wazzup-v2' as const

function toTestFailure({ status, error }: TestCallResult): Refusal {
  const outcome = status === undefined ? `did not respond (${error})` : `responded ${status}`
  return {
    status: 400,
    code: 'TEST_POST_NOT_PASSED',
    description: `The address ${outcome} to the test request; it must respond 200.`,
  }
}
