import { queryOptions } from '@tanstack/react-query'
import type { Delivery } from '../../../src/server/webhooks/delivery.ts'
import type { WebhookEndpoint } from '../../../src/server/webhooks/endpoints.ts'
import { callControl } from '../control/callControl.ts'

/** What was told, the latest first, and where webhooks go. */
export interface WebhooksAnswer {
  deliveries: Delivery[]
  endpoints: Pick<WebhookEndpoint, 'endpointId' | 'vendor' | 'url' | 'events'>[]
}

/** The deliveries of webhooks, the latest first, and where webhooks go. */
export const webhooksQueryOptions = () =>
  queryOptions({
    queryKey: ['webhooks', 'list'],
    queryFn: async () => {
      const { deliveries, endpoints } = await callControl<WebhooksAnswer>('GET /webhooks')
      return { deliveries: deliveries.toReversed(), endpoints }
    },
  })
