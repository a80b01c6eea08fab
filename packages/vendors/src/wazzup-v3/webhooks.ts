import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WazzupV3Client } from './client.ts'

/** What webhooks are sent for. One that is missing is off. */
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
  /** Where webhooks go: up to 200 characters. One address an account; another integration's is overwritten. */
  webhooksUri: string
  subscriptions?: Subscriptions
}

/** Booleans, which some pages show as text. */
const switchSchema = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
  .nullish()
  .transform((on) => on ?? false)

/** Answer of `GET /v3/webhooks`. The live service calls `templateStatus` `wabaTemplatesStatus`. */
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

/** Where webhooks go, and for what. */
export interface Webhooks {
  webhooksUri: string | null
  subscriptions: Required<Subscriptions>
}

/**
 * Reads where webhooks go, and for what (`GET /v3/webhooks`).
 * @throws {VendorError} one of its subclasses.
 * @see API v3, "Webhooks"
 */
export async function fetchWebhooks(client: WazzupV3Client, options: CallOptions = {}): Promise<Webhooks> {
  const request = { method: 'GET', path: '/v3/webhooks', answer: webhooksAnswerSchema } as const
  const { webhooksUri, subscriptions } = await sendRequest(client.http, { ...request, ...options })
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

/**
 * Sets where webhooks go, and for what (`PATCH /v3/webhooks`). Before it answers, the vendor posts `{test:true}` to the
 * address, which has to answer 200: the call may take half a minute. There is no route to remove the address: switch
 * the subscriptions off.
 * @throws {VendorRequestError} `URI_NOT_VALID`, `TEST_POST_NOT_PASSED`; the settings before stay.
 * @see API v3, "Webhooks"
 */
export async function setWebhooks(
  client: WazzupV3Client,
  parameters: WebhooksParameters,
  options: CallOptions = {},
): Promise<void> {
  const body = parseParameters(webhooksRequestSchema, parameters)
  await sendRequest(client.http, {
    method: 'PATCH',
    path: '/v3/webhooks',
    body,
    answer: z.unknown(), // The documents show `{ ok }`, which is not JSON.
    idempotent: true,
    timeoutMs: Math.max(client.http.timeoutMs, 40_000),
    ...options,
  })
}
