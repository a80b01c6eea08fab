import { listAllEndpoints } from '../server/webhooks/endpoints.ts'
import type { Store } from '../store/store.ts'

/** True if an endpoint is subscribed to the webhooks that request deals. */
export async function asksForDeals(store: Store): Promise<boolean> {
  const endpoints = await listAllEndpoints(store)
  return endpoints.some(({ events }) => events.some((event) => dealEvents.includes(event)))
}

const dealEvents = ['contactsAndDealsCreation', 'crm_entities.deal_add']
