import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WazzupV2Client } from './client.ts'

/** Body of `PUT /v2/webhooks`. */
export const webhooksRequestSchema = z.object({ url: z.url({ protocol: /^https?$/ }).nullable() })

/** Response of `GET /v2/webhooks`: the address of webhooks, or null. */
export const webhooksAnswerSchema = z.looseObject({
  webhooksUrl: z
    .string()
    .nullish()
    .transform((url) => url ?? null),
})
/** Address of webhooks. */
export interface Webhooks {
  webhooksUrl: string | null
}

/** Response of `PUT /v2/webhooks`. */
export const webhooksChangeSchema = webhooksAnswerSchema.extend({ webhooksUrlChanged: z.boolean() })
/** Address of webhooks, and whether it has changed. */
export interface WebhooksChange extends Webhooks {
  webhooksUrlChanged: boolean
}

/** Endpoint of {@link fetchWebhooks}. */
export const fetchWebhooksEndpoint = defineEndpoint({
  operation: 'wazzup-v2.fetchWebhooks',
  method: 'GET',
  path: '/v2/webhooks',
  summary: 'Read where webhooks go',
  response: { description: 'The address, or null.', schema: webhooksAnswerSchema },
  source: { document: documents.crmApiV2, section: 'Verifying the address for web hooks' },
})

/**
 * Reads the address of webhooks (`GET /v2/webhooks`).
 * @throws {VendorError} one of its subclasses.
 * @see CRM API V2, "Verifying the address for web hooks"
 */
export async function fetchWebhooks(client: WazzupV2Client, options: CallOptions = {}): Promise<Webhooks> {
  const { webhooksUrl } = await send(client.http, fetchWebhooksEndpoint, options)
  return { webhooksUrl }
}

/** Endpoint of {@link setWebhooks}. */
export const setWebhooksEndpoint = defineEndpoint({
  operation: 'wazzup-v2.setWebhooks',
  method: 'PUT',
  path: '/v2/webhooks',
  summary: 'Set where webhooks go, or switch them off with null',
  body: webhooksRequestSchema,
  response: { description: 'The address now.', schema: webhooksChangeSchema },
  idempotent: true,
  source: { document: documents.crmApiV2, section: 'Enabling web hooks and obtaining the current url value' },
})

/**
 * Sets the address of webhooks, or stops them with `url: null` (`PUT /v2/webhooks`). Before it responds, the vendor calls the
 * new address, which must respond with 200: the call may take half a minute.
 * @throws {VendorRequestError} if the address did not respond with 200; the previous one stays.
 * @see CRM API V2, "Enabling web hooks and obtaining the current url value"
 */
export async function setWebhooks(
  client: WazzupV2Client,
  parameters: { url: string | null },
  options: CallOptions = {},
): Promise<WebhooksChange> {
  const { webhooksUrl, webhooksUrlChanged } = await send(client.http, setWebhooksEndpoint, {
    body: parameters,
    timeoutMs: Math.max(client.http.timeoutMs, 40_000),
    ...options,
  })
  return { webhooksUrl, webhooksUrlChanged }
}
