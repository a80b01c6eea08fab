import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { nothingSchema, send } from '../http/send.ts'
import type { WazzupV3Client } from './client.ts'

/** Subscriptions to webhooks. A missing one is off. */
export interface Subscriptions {
  messagesAndStatuses?: boolean
  contactsAndDealsCreation?: boolean
  channelsUpdates?: boolean
  templateStatus?: boolean
}

/** Body of `PATCH /v3/webhooks`. */
export const webhooksRequestSchema = z.object({
  webhooksUri: z.url({ protocol: /^https?$/ }).max(200),
  subscriptions: z
    .strictObject({
      messagesAndStatuses: z.boolean().optional(),
      contactsAndDealsCreation: z.boolean().optional(),
      channelsUpdates: z.boolean().optional(),
      templateStatus: z.boolean().optional(),
    })
    .optional(),
})

/** Parameters of {@link setWebhooks}. */
export interface WebhooksParameters {
  /** Address of webhooks: up to 200 characters. One address an account; another integration's is overwritten. */
  webhooksUri: string
  subscriptions?: Subscriptions
}

/** Booleans, which some pages show as text. */
const switchSchema = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
  .nullish()
  .transform((on) => on ?? false)

/** Response of `GET /v3/webhooks`. The live service calls `templateStatus` `wabaTemplatesStatus`. */
export const webhooksAnswerSchema = z.looseObject({
  webhooksUri: z.string().nullish(),
  subscriptions: z
    .looseObject({
      messagesAndStatuses: switchSchema,
      contactsAndDealsCreation: switchSchema,
      channelsUpdates: switchSchema,
      templateStatus: switchSchema,
      wabaTemplatesStatus: switchSchema,
    })
    .nullish(),
})

/** Address and subscriptions of webhooks. */
export interface Webhooks {
  webhooksUri: string | null
  subscriptions: Required<Subscriptions>
}

/** Endpoint of {@link fetchWebhooks}. */
export const fetchWebhooksEndpoint = defineEndpoint({
  operation: 'wazzup-v3.fetchWebhooks',
  method: 'GET',
  path: '/v3/webhooks',
  summary: 'Read where webhooks go, and for what',
  response: {
    description: 'The address and the switches.',
    schema: z.looseObject({}),
    accepts: webhooksAnswerSchema,
  },
})

/**
 * Reads the address and subscriptions of webhooks (`GET /v3/webhooks`).
 * @throws {VendorError} one of its subclasses.
 * @see API v3, "Webhooks"
 */
export async function fetchWebhooks(client: WazzupV3Client, options: CallOptions = {}): Promise<Webhooks> {
  const { webhooksUri, subscriptions } = await send(client.http, fetchWebhooksEndpoint, options)
  return {
    webhooksUri: webhooksUri || null,
    subscriptions: {
      messagesAndStatuses: subscriptions?.messagesAndStatuses ?? false,
      contactsAndDealsCreation: subscriptions?.contactsAndDealsCreation ?? false,
      channelsUpdates: subscriptions?.channelsUpdates ?? false,
      templateStatus: (subscriptions?.templateStatus || subscriptions?.wabaTemplatesStatus) ?? false,
    },
  }
}

/** Endpoint of {@link setWebhooks}. */
export const setWebhooksEndpoint = defineEndpoint({
  operation: 'wazzup-v3.setWebhooks',
  method: 'PATCH',
  path: '/v3/webhooks',
  summary: 'Set where webhooks go, and for what',
  body: webhooksRequestSchema,
  response: {
    description: 'The address has answered the test call.',
    schema: z.literal('OK'), // A client of the live service accepts nothing else; the page shows `{ ok }`.
    mediaType: 'text/plain',
    accepts: nothingSchema,
  },
  idempotent: true,
})

/**
 * Sets the address and subscriptions of webhooks (`PATCH /v3/webhooks`). First the vendor posts `{test:true}` to the
 * address, which must respond with 200: the call may take half a minute. There is no route to remove the address: switch
 * the subscriptions off.
 * @throws {VendorRequestError} `URI_NOT_VALID`, `TEST_POST_NOT_PASSED`; the previous settings stay.
 * @see API v3, "Webhooks"
 */
export async function setWebhooks(
  client: WazzupV3Client,
  parameters: WebhooksParameters,
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, setWebhooksEndpoint, {
    body: parameters,
    timeoutMs: Math.max(client.http.timeoutMs, 40_000),
    ...options,
  })
}
