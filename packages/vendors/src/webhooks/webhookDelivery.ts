import type { WebhookHeaders } from './readHeader.ts'
import type { WebhookBody } from './readWebhookBody.ts'

/** One delivery of a webhook. */
export interface WebhookDelivery<Options = object> {
  headers: WebhookHeaders
  body: WebhookBody
  options: Options
}
