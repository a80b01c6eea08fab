import { wazzupTech } from '@crm-chat/vendors/endpoints'
import type { Refusal } from '../../server/http/respondError.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { deleteEndpoint, listEndpoints, saveEndpoint, type WebhookEndpoint } from '../../server/webhooks/endpoints.ts'
import { respondData } from './respondData.ts'
import { badRequest, notFound } from './techErrors.ts'

const vendor = 'wazzup-tech'

/** Subscriptions, each with an address and one event. @see https://wazzup24.com/help/api/webhooks/ */
export const webhooks: Route[] = [
  defineRoute({
    endpoint: wazzupTech.createWebhooks,
    async handle(call) {
      const refusal = await refuseTargets(call, call.body.data)
      if (refusal) return call.refuse(refusal)
      return respondData(call, await save(call, call.body.data))
    },
  }),
  defineRoute({
    endpoint: wazzupTech.fetchWebhooks,
    async handle(call) {
      return respondData(call, (await listEndpoints(call.account.store, vendor)).map(toSubscription))
    },
  }),
  defineRoute({
    endpoint: wazzupTech.updateWebhooks,
    async handle(call) {
      const refusal = (await refuseIds(call, call.body.data)) ?? (await refuseTargets(call, call.body.data))
      if (refusal) return call.refuse(refusal)
      return respondData(call, await save(call, call.body.data))
    },
  }),
  defineRoute({
    endpoint: wazzupTech.deleteWebhooks,
    async handle(call) {
      const refusal = await refuseIds(call, call.body.data)
      if (refusal) return call.refuse(refusal)
      for (const { id } of call.body.data) await deleteEndpoint(call.account.store, { vendor, endpointId: id })
      return respondData(call, null)
    },
  }),
]

interface Target {
  url: string
  event: string
}

/** Makes a test call to every address, and refuses one that does not respond 200. */
async function refuseTargets({ account }: Pick<Call, 'account'>, targets: Target[]): Promise<Refusal | undefined> {
  for (const url of new Set(targets.map((target) => target.url))) {
    const { passed, status, error } = await account.webhooks.testCall({ vendor, url, body: { test: true } })
    if (!passed) return badRequest(`url: the test call failed, ${status ? `the response was ${status}` : error}`)
  }
  return undefined
}

async function refuseIds({ account }: Pick<Call, 'account'>, given: { id: string }[]): Promise<Refusal | undefined> {
  const known = (await listEndpoints(account.store, vendor)).map(({ endpointId }) => endpointId)
  const unknown = given.find(({ id }) => !known.includes(id))
  return unknown && notFound(`Webhook ${unknown.id}`)
}

async function save({ account }: Pick<Call, 'account'>, targets: (Target & { id?: string })[]) {
  const { ids } = account.store
  const saved = targets.map(({ id = ids.next('endpoint'), url, event }) => ({ id, url, event }))
  for (const { id: endpointId, url, event } of saved) {
    await saveEndpoint(account.store, { endpointId, vendor, url, events: [event], secret: null, details: {} })
  }
  return saved
}

function toSubscription({ endpointId: id, url, events }: WebhookEndpoint) {
  return { id, url, event: events[0] }
}
