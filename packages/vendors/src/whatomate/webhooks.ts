import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { enveloped, idSchema } from './envelope.ts'
import { webhookEvents } from './webhookPayloads.ts'

const eventsSchema = z.array(z.enum(Object.keys(webhookEvents))).min(1)
const urlSchema = z.url({ protocol: /^https?$/ })

const newWebhookSchema = z.object({
  name: z.string().min(1),
  url: urlSchema,
  events: eventsSchema,
  /** Signs the calls. Choose one: a server does not reveal its own. */
  secret: z.string().min(1).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  is_active: z.boolean().optional(),
})
/** Parameters of {@link createWebhook}. */
export type NewWebhookParameters = z.input<typeof newWebhookSchema>

const webhookChangeSchema = newWebhookSchema.partial()
/** Parameters of {@link updateWebhook}; what is left out stays. */
export type WebhookChangeParameters = { webhook_id: string } & z.input<typeof webhookChangeSchema>

const webhookSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  url: z.string(),
  events: z.array(z.string().transform((event) => event.replace(':', '.'))),
  is_active: z.boolean(),
  has_secret: z.boolean().catch(false),
  /** Only in the response to a registration, if the server generated it. */
  secret: z.string().optional(),
})
/** A webhook of the organization. */
export type Webhook = z.output<typeof webhookSchema>

/** Response of `POST /api/webhooks`. */
export const webhookAnswerSchema = enveloped(webhookSchema)
/** Response of `GET /api/webhooks`. */
export const webhooksAnswerSchema = enveloped(
  z.looseObject({ webhooks: z.array(webhookSchema) }).transform(({ webhooks }) => webhooks),
)

const webhookParamsSchema = z.object({ id: idSchema })

/** Endpoint of {@link fetchWebhooks}. */
export const fetchWebhooksEndpoint = defineEndpoint({
  operation: 'whatomate.fetchWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  summary: 'List webhooks',
  response: { description: 'All webhooks.', accepts: webhooksAnswerSchema },
})

/**
 * Lists the webhooks of the organization (`GET /api/webhooks`).
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Webhooks"
 */
export async function fetchWebhooks(client: WhatomateClient, options: CallOptions = {}): Promise<Webhook[]> {
  return send(client.http, fetchWebhooksEndpoint, options)
}

/** Endpoint of {@link createWebhook}. */
export const createWebhookEndpoint = defineEndpoint({
  operation: 'whatomate.createWebhook',
  method: 'POST',
  path: '/api/webhooks',
  summary: 'Register a webhook',
  body: newWebhookSchema,
  response: { description: 'The webhook; its secret is not told again.', accepts: webhookAnswerSchema },
})

/**
 * Registers a webhook (`POST /api/webhooks`). Servers do not call addresses of a local network.
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Webhooks"
 */
export async function createWebhook(
  client: WhatomateClient,
  parameters: NewWebhookParameters,
  options: CallOptions = {},
): Promise<Webhook> {
  return send(client.http, createWebhookEndpoint, { body: parameters, ...options })
}

/** Endpoint of {@link updateWebhook}. */
export const updateWebhookEndpoint = defineEndpoint({
  operation: 'whatomate.updateWebhook',
  method: 'PUT',
  path: '/api/webhooks/:id',
  summary: 'Change a webhook',
  params: webhookParamsSchema,
  body: webhookChangeSchema,
  response: { description: 'The webhook as it is now.', accepts: webhookAnswerSchema },
  idempotent: true,
})

/**
 * Changes a webhook (`PUT /api/webhooks/{id}`).
 * @throws {VendorRequestError} with status 404 for a webhook that does not exist.
 * @see Whatomate, "Webhooks"
 */
export async function updateWebhook(
  client: WhatomateClient,
  { webhook_id, ...change }: WebhookChangeParameters,
  options: CallOptions = {},
): Promise<Webhook> {
  return send(client.http, updateWebhookEndpoint, { params: { id: webhook_id }, body: change, ...options })
}

/** Endpoint of {@link testWebhook}. */
export const testWebhookEndpoint = defineEndpoint({
  operation: 'whatomate.testWebhook',
  method: 'POST',
  path: '/api/webhooks/:id/test',
  summary: 'Call a webhook once',
  params: webhookParamsSchema,
  response: { description: 'The address answered.' },
  idempotent: true,
})

/**
 * Calls a webhook once (`POST /api/webhooks/{id}/test`).
 * @throws {VendorUnavailableError} with status 502 if the address did not respond with success.
 * @see Whatomate, "Webhooks"
 */
export async function testWebhook(
  client: WhatomateClient,
  { webhook_id }: { webhook_id: string },
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, testWebhookEndpoint, { params: { id: webhook_id }, ...options })
}

/** Endpoint of {@link deleteWebhook}. */
export const deleteWebhookEndpoint = defineEndpoint({
  operation: 'whatomate.deleteWebhook',
  method: 'DELETE',
  path: '/api/webhooks/:id',
  summary: 'Remove a webhook',
  params: webhookParamsSchema,
  response: { description: 'The webhook is gone.' },
  idempotent: true,
})

/**
 * Removes a webhook (`DELETE /api/webhooks/{id}`).
 * @throws {VendorRequestError} with status 404 for a webhook that does not exist.
 * @see Whatomate, "Webhooks"
 */
export async function deleteWebhook(
  client: WhatomateClient,
  { webhook_id }: { webhook_id: string },
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, deleteWebhookEndpoint, { params: { id: webhook_id }, ...options })
}
