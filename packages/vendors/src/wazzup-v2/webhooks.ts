import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WazzupV2Client } from './client.ts'

/** Body of `PUT /v2/webhooks`. */
export const webhooksRequestSchema = z.object({ url: z.url({ protocol: /^https?$/ }).nullable() })

/** Answer of `GET /v2/webhooks`: where webhooks go, or null. */
export const webhooksAnswerSchema = z.looseObject({
  webhooksUrl: z
    .string()
    .nullish()
    .transform((url) => url ?? null),
})
/** Where webhooks go. */
export interface Webhooks {
  webhooksUrl: string | null
}

/** Answer of `PUT /v2/webhooks`. */
export const webhooksChangeSchema = webhooksAnswerSchema.extend({ webhooksUrlChanged: z.boolean() })
/** Where webhooks go now, and whether that is another address than before. */
export interface WebhooksChange extends Webhooks {
  webhooksUrlChanged: boolean
}

/**
 * Reads where webhooks go (`GET /v2/webhooks`).
 * @throws {VendorError} one of its subclasses.
 * @see CRM API V2, "Verifying the address for web hooks"
 */
export async function fetchWebhooks(client: WazzupV2Client, options: CallOptions = {}): Promise<Webhooks> {
  const { webhooksUrl } = await sendRequest(client.http, {
    method: 'GET',
    path: '/v2/webhooks',
    answer: webhooksAnswerSchema,
    ...options,
  })
  return { webhooksUrl }
}

/**
 * Sets where webhooks go, or stops them with `url: null` (`PUT /v2/webhooks`). Before it answers, the vendor calls the
 * new address, which has to answer 200: the call may take half a minute.
 * @throws {VendorRequestError} when the address did not answer 200; the one before stays.
 * @see CRM API V2, "Enabling web hooks and obtaining the current url value"
 */
export async function setWebhooks(
  client: WazzupV2Client,
  parameters: { url: string | null },
  options: CallOptions = {},
): Promise<WebhooksChange> {
  const body = parseParameters(webhooksRequestSchema, parameters)
  const { webhooksUrl, webhooksUrlChanged } = await sendRequest(client.http, {
    method: 'PUT',
    path: '/v2/webhooks',
    body,
    answer: webhooksChangeSchema,
    idempotent: true,
    timeoutMs: Math.max(client.http.timeoutMs, 40_000),
    ...options,
  })
  return { webhooksUrl, webhooksUrlChanged }
}
