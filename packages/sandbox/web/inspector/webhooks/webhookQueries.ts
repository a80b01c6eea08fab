import { queryOptions } from '@tanstack/react-query'
import type { Delivery } from '../../../src/server/webhooks/delivery.ts'
import type { WebhookEndpoint } from '../../../src/server/webhooks/endpoints.ts'
import { callControl } from '../control/callControl.ts'

/** The deliveries and the registered addresses. */
export interface WebhooksResponse {
  deliveries: Delivery[]
  endpoints: Pick<WebhookEndpoint, 'endpointId' | 'vendor' | 'url' | 'events'>[]
}

/** The deliveries, latest first, and the registered addresses. */
export const webhooksQueryOptions = () =>
  queryOptions({
    queryKey: ['webhooks', 'list'],
    queryFn: async () => {
      const { deliveries, endpoints } = await callControl<WebhooksResponse>('GET /webhooks')
      return { deliveries: deliveries.toReversed(), endpoints }
    },
  })
