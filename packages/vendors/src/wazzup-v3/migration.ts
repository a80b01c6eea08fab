import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { createRedactor } from '../http/createRedactor.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendChecked } from '../http/send.ts'
import type { WazzupV3Client } from './client.ts'
import { type Subscriptions, webhooksRequestSchema } from './webhooks.ts'

/** Body of `POST /v3/migration`. */
export const migrationRequestSchema = z.object({
  clientApiKey: z.string().min(1),
  webhooksUri: webhooksRequestSchema.shape.webhooksUri,
  subscriptions: z
    .strictObject({
      messagesAndStatuses: z.boolean().optional(),
      contactsAndDealsCreation: z.boolean().optional(),
    })
    .optional(),
})

/** Parameters of {@link migrateClient}. */
export interface MigrationParameters {
  /** The customer's API V2 key, which is valid for API v3 too. */
  clientApiKey: string
  /** Address of API v3's webhooks of the account. */
  webhooksUri: string
  /** A missing one is off. */
  subscriptions?: Pick<Subscriptions, 'messagesAndStatuses' | 'contactsAndDealsCreation'>
}

/** Endpoint of {@link migrateClient}. */
export const migrateClientEndpoint = defineEndpoint({
  operation: 'wazzup-v3.migrateClient',
  method: 'POST',
  path: '/v3/migration',
  summary: "Move a customer's webhooks from API V2 to v3",
  body: migrationRequestSchema,
  response: { description: 'Webhooks of API V2 have ended; those of v3 go to the address.' },
  idempotent: true,
})

/**
 * Moves a customer's webhooks from API V2 to v3 (`POST /v3/migration`), with the key of the CRM's maker; one customer in a
 * call. [inferred] The page shows neither response nor errors: any success is accepted, and the address is expected to be
 * called for a test as by {@link setWebhooks}.
 * @throws {VendorError} one of its subclasses.
 * @see API v3, "Migration of API v2 users to API v3" (https://wazzup24.com/help/api-en/migration-of-api-v2-users-to-api-v3/)
 */
export async function migrateClient(
  client: WazzupV3Client,
  parameters: MigrationParameters,
  options: CallOptions = {},
): Promise<void> {
  const body = parseParameters(migrationRequestSchema, parameters)
  const redact = createRedactor(() => [...client.secrets(), body.clientApiKey])
  return sendChecked({ ...client.http, redact }, migrateClientEndpoint, {
    body,
    timeoutMs: Math.max(client.http.timeoutMs, 40_000),
    ...options,
  })
}
