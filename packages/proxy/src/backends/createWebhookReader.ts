import { InvalidWebhookError, parseWebhook, type Vendor, type WebhookOptions } from '@crm-chat/vendors/webhooks'
import type { BackendWebhooks } from '../backend.ts'
import { OperationError } from '../errors.ts'

/** Makes the reader of a vendor's webhooks, which checks what the vendor signs or sends along. */
export function createWebhookReader<Name extends Vendor & keyof WebhookOptions>({
  vendor,
  options,
}: {
  vendor: Name
  options?: WebhookOptions[Name]
}): BackendWebhooks['read'] {
  return async ({ header, body }) => {
    const headers = Object.fromEntries(['authorization', 'x-webhook-signature'].map((name) => [name, header(name)]))
    try {
      return await parseWebhook(vendor, headers, body, options)
    } catch (error) {
      if (!(error instanceof InvalidWebhookError)) throw error
      throw error.part === 'credential'
        ? new OperationError({ code: 'forbidden', message: 'The webhook is not signed as agreed.' })
        : new OperationError({ code: 'invalid_request', message: 'The body of the webhook is not a JSON object.' })
    }
  }
}
