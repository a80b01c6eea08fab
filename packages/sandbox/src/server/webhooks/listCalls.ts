import { listAllEndpoints, type WebhookEndpoint } from './endpoints.ts'
import type { ChangeParameters, VendorWebhooks } from './vendorWebhooks.ts'

/** A call of one endpoint. */
export interface WebhookCall {
  endpoint: WebhookEndpoint
  /** In the vendor's words. */
  event: string
  /** JSON. */
  body: string
}

/** Lists the calls that a change causes: for each vendor, those of its events that its endpoints are subscribed to. */
export async function listCalls({
  vendors,
  ...parameters
}: ChangeParameters & { vendors: VendorWebhooks[] }): Promise<WebhookCall[]> {
  const calls: WebhookCall[] = []
  const endpoints = await listAllEndpoints(parameters.store)
  for (const { vendor, toEvents } of vendors) {
    const own = endpoints.filter((endpoint) => endpoint.vendor === vendor)
    const events = own.length === 0 ? [] : await toEvents(parameters)
    for (const { event, body } of events) {
      const subscribed = own.filter((endpoint) => endpoint.events.includes(event))
      calls.push(...subscribed.map((endpoint) => ({ endpoint, event, body: JSON.stringify(body) })))
    }
  }
  return calls
}
