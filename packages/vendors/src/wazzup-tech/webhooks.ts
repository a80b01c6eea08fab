import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { nothingSchema, send } from '../http/send.ts'
import type { WazzupTechClient } from './client.ts'
import { envelopedList } from './envelope.ts'
import { answeredIdSchema, vendorIdSchema } from './ids.ts'
import { webhookEventSchema } from './webhookEvents.ts'

const webhookUrlSchema = z.url({ protocol: /^https?$/ }).max(2_000)

/** Body of `POST /v2/webhooks`: addresses, each for one event. */
export const webhooksCreateRequestSchema = z.object({
  data: z
    .array(z.object({ url: webhookUrlSchema, event: webhookEventSchema }))
    .min(1)
    .max(100),
})
/** Body of `PATCH /v2/webhooks`: subscriptions as they are to be. */
export const webhooksUpdateRequestSchema = z.object({
  data: z
    .array(z.object({ id: vendorIdSchema, url: webhookUrlSchema, event: webhookEventSchema }))
    .min(1)
    .max(100),
})
/** Body of `DELETE /v2/webhooks`. */
export const webhooksDeleteRequestSchema = z.object({
  data: z
    .array(z.object({ id: vendorIdSchema }))
    .min(1)
    .max(100),
})

/** A subscription to create: an address, and the event that goes there. */
export type WebhookTarget = z.input<typeof webhooksCreateRequestSchema>['data'][number]
/** A subscription as it is to be. */
export type WebhookChange = z.input<typeof webhooksUpdateRequestSchema>['data'][number]

/** Response of `GET`, `POST` and `PATCH /v2/webhooks`; of an event this package does not know, the name stays. */
export const webhooksAnswerSchema = envelopedList(
  z.object({ id: answeredIdSchema, url: z.string(), event: z.string() }),
)
/** A subscription: one event, and where it goes. */
export type WebhookSubscription = z.output<typeof webhooksAnswerSchema>[number]

/** Endpoint of {@link createWebhooks}. */
export const createWebhooksEndpoint = defineEndpoint({
  operation: 'wazzup-tech.createWebhooks',
  method: 'POST',
  path: '/v2/webhooks',
  summary: 'Subscribe addresses to events',
  body: webhooksCreateRequestSchema,
  response: { description: 'The subscriptions.', schema: webhooksAnswerSchema, accepts: nothingSchema },
})

/**
 * Subscribes addresses to events (`POST /v2/webhooks`), several at once. Deliveries are not signed: put a secret into the
 * address. Creating the same subscription twice makes two, so check {@link fetchWebhooks} first.
 * @throws {OutcomeUnknownError} without a response: the subscriptions may exist.
 * @see https://wazzup24.com/help/api/webhooks/
 */
export async function createWebhooks(
  client: WazzupTechClient,
  targets: WebhookTarget[],
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, createWebhooksEndpoint, { body: { data: targets }, ...options })
}

/** Endpoint of {@link fetchWebhooks}. */
export const fetchWebhooksEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchWebhooks',
  method: 'GET',
  path: '/v2/webhooks',
  summary: 'List the subscriptions',
  response: { description: 'All subscriptions of the account.', schema: webhooksAnswerSchema },
})

/**
 * Lists the subscriptions of the account (`GET /v2/webhooks`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/webhooks/
 */
export async function fetchWebhooks(
  client: WazzupTechClient,
  options: CallOptions = {},
): Promise<WebhookSubscription[]> {
  return send(client.http, fetchWebhooksEndpoint, options)
}

/** Endpoint of {@link updateWebhooks}. */
export const updateWebhooksEndpoint = defineEndpoint({
  operation: 'wazzup-tech.updateWebhooks',
  method: 'PATCH',
  path: '/v2/webhooks',
  summary: 'Change subscriptions',
  body: webhooksUpdateRequestSchema,
  response: {
    description: 'The subscriptions as they are now.',
    schema: webhooksAnswerSchema,
    accepts: nothingSchema,
  },
  idempotent: true,
})

/**
 * Changes subscriptions (`PATCH /v2/webhooks`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/webhooks/
 */
export async function updateWebhooks(
  client: WazzupTechClient,
  changes: WebhookChange[],
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, updateWebhooksEndpoint, { body: { data: changes }, ...options })
}

/** Endpoint of {@link deleteWebhooks}. */
export const deleteWebhooksEndpoint = defineEndpoint({
  operation: 'wazzup-tech.deleteWebhooks',
  method: 'DELETE',
  path: '/v2/webhooks',
  summary: 'End subscriptions',
  body: webhooksDeleteRequestSchema,
  response: { description: 'The subscriptions have ended.' },
  idempotent: true,
})

/**
 * Ends subscriptions (`DELETE /v2/webhooks`, with a body).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/webhooks/
 */
export async function deleteWebhooks(
  client: WazzupTechClient,
  ids: string[],
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, deleteWebhooksEndpoint, { body: { data: ids.map((id) => ({ id })) }, ...options })
}
