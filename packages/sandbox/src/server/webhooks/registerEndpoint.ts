import type { Store } from '../../store/store.ts'
import type { TestCallResult } from './createSender.ts'
import type { Webhooks } from './createWebhooks.ts'
import { saveEndpoint, type WebhookEndpoint } from './endpoints.ts'

/** Makes a test call to an address, as the vendors do with `{"test": true}`, and saves the endpoint if the response is 200. */
export async function registerEndpoint(
  { store, webhooks }: { store: Store; webhooks: Pick<Webhooks, 'testCall'> },
  endpoint: WebhookEndpoint,
): Promise<TestCallResult> {
  const { vendor, url, secret } = endpoint
  const result = await webhooks.testCall({ vendor, url, secret, body: { test: true } })
  if (result.passed) await saveEndpoint(store, endpoint)
  return result
}
