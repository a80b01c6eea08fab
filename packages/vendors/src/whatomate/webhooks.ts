import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WhatomateClient } from './client.ts'
import { doneAnswerSchema, enveloped, idSchema } from './envelope.ts'
import { webhookEvents } from './webhookPayloads.ts'

const eventsSchema = z.array(z.enum(Object.keys(webhookEvents))).min(1)
const urlSchema = z.url({ protocol: /^https?$/ })

const newWebhookSchema = z.object({
  name: z.string().min(1),
  url: urlSchema,
  events: eventsSchema,
  /** Signs the calls. Choose one: a server does not tell one of its own. */
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
  /** Only of a server that made one up, and only when the webhook is registered. */
  secret: z.string().optional(),
})
/** A webhook of the organization. */
export type Webhook = z.output<typeof webhookSchema>

/** Answer of `POST /api/webhooks`. */
export const webhookAnswerSchema = enveloped(webhookSchema)
/** Answer of `GET /api/webhooks`. */
export const webhooksAnswerSchema = enveloped(
  z.looseObject({ webhooks: z.array(webhookSchema) }).transform(({ webhooks }) => webhooks),
)

const path = '/api/webhooks'
const webhookPath = (webhookId: string): string => `${path}/${parseParameters(idSchema, webhookId)}`

/**
 * The webhooks of the organization (`GET /api/webhooks`).
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Webhooks"
 */
export async function fetchWebhooks(client: WhatomateClient, options: CallOptions = {}): Promise<Webhook[]> {
  return sendRequest(client.http, { method: 'GET', path, answer: webhooksAnswerSchema, ...options })
}

/**
 * Registers a webhook (`POST /api/webhooks`). A server calls no address of a local network.
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Webhooks"
 */
export async function createWebhook(
  client: WhatomateClient,
  parameters: NewWebhookParameters,
  options: CallOptions = {},
): Promise<Webhook> {
  const body = parseParameters(newWebhookSchema, parameters)
  return sendRequest(client.http, { method: 'POST', path, body, answer: webhookAnswerSchema, ...options })
}

/**
 * Changes a webhook (`PUT /api/webhooks/{id}`).
 * @throws {VendorRequestError} with status 404 for a webhook that is not there.
 * @see Whatomate, "Webhooks"
 */
export async function updateWebhook(
  client: WhatomateClient,
  { webhook_id, ...change }: WebhookChangeParameters,
  options: CallOptions = {},
): Promise<Webhook> {
  const body = parseParameters(webhookChangeSchema, change)
  const request = { method: 'PUT', path: webhookPath(webhook_id), body, idempotent: true } as const
  return sendRequest(client.http, { ...request, answer: webhookAnswerSchema, ...options })
}

/**
 * Calls a webhook once (`POST /api/webhooks/{id}/test`).
 * @throws {VendorUnavailableError} with status 502 when the address did not answer as it should.
 * @see Whatomate, "Webhooks"
 */
export async function testWebhook(
  client: WhatomateClient,
  { webhook_id }: { webhook_id: string },
  options: CallOptions = {},
): Promise<void> {
  const request = { method: 'POST', path: `${webhookPath(webhook_id)}/test`, idempotent: true } as const
  await sendRequest(client.http, { ...request, answer: doneAnswerSchema, ...options })
}

/**
 * Removes a webhook (`DELETE /api/webhooks/{id}`).
 * @throws {VendorRequestError} with status 404 for a webhook that is not there.
 * @see Whatomate, "Webhooks"
 */
export async function deleteWebhook(
  client: WhatomateClient,
  { webhook_id }: { webhook_id: string },
  options: CallOptions = {},
): Promise<void> {
  const request = { method: 'DELETE', path: webhookPath(webhook_id), idempotent: true } as const
  await sendRequest(client.http, { ...request, answer: doneAnswerSchema, ...options })
}
