import { listAllEndpoints } from '../server/webhooks/endpoints.ts'
import type { Store } from '../store/store.ts'

/** Whether some address has subscribed to the webhooks that ask for deals. */
export async function asksForDeals(store: Store): Promise<boolean> {
  const endpoints = await listAllEndpoints(store)
  return endpoints.some(({ events }) => events.some((event) => dealEvents.includes(event)))
}

const dealEvents = ['contactsAndDealsCreation', 'crm_entities.deal_add']
