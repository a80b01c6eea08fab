import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WazzupTechClient } from './client.ts'
import { envelopedOne } from './envelope.ts'
import { vendorIdSchema } from './ids.ts'
import { messagesDumpStatusSchema } from './messagesDumpStatus.ts'

/** Body of `POST /v2/messages/messages_dump`: a period in ISO 8601, and perhaps one channel. */
export const messagesDumpRequestSchema = z
  .object({
    start_at: z.iso.datetime({ offset: true }),
    end_at: z.iso.datetime({ offset: true }),
    channel_id: vendorIdSchema.optional(),
  })
  .refine((body) => Date.parse(body.start_at) < Date.parse(body.end_at), {
    path: ['end_at'],
    message: 'the period ends after it starts',
  })
/** Parameters of {@link createMessagesDump}. */
export type MessagesDumpParameters = z.input<typeof messagesDumpRequestSchema>

/** Answer of `POST /v2/messages/messages_dump`. */
export const messagesDumpCreatedAnswerSchema = envelopedOne(
  z.object({ status: messagesDumpStatusSchema, export_id: z.string().min(1) }),
)
/** A job, and how far it is. */
export type MessagesDumpCreated = z.output<typeof messagesDumpCreatedAnswerSchema>

/** Answer of `GET /v2/messages/messages_dump/{export_id}`. */
export const messagesDumpAnswerSchema = envelopedOne(
  z.object({
    status: messagesDumpStatusSchema,
    url: z
      .url()
      .nullish()
      .transform((url) => url ?? null),
  }),
)
/** How far an export is, and where its CSV file can be fetched once it is ready. Whoever has `url` has the messages. */
export type MessagesDump = z.output<typeof messagesDumpAnswerSchema>

/**
 * Starts an export of messages (`POST /v2/messages/messages_dump`). The link to the CSV file comes with the webhook
 * `messages_dump.status_update`, and from {@link fetchMessagesDump}.
 * @throws {OutcomeUnknownError} when no answer came: a job may be running.
 * @see https://wazzup24.com/help/api/messages/ "Export messages"
 */
export async function createMessagesDump(
  client: WazzupTechClient,
  parameters: MessagesDumpParameters,
  options: CallOptions = {},
): Promise<MessagesDumpCreated> {
  return sendRequest(client.http, {
    method: 'POST',
    path: '/v2/messages/messages_dump',
    body: parseParameters(messagesDumpRequestSchema, parameters),
    answer: messagesDumpCreatedAnswerSchema,
    signal: options.signal,
  })
}

/**
 * Asks how far an export is (`GET /v2/messages/messages_dump/{export_id}`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/messages/ "Check message export status"
 */
export async function fetchMessagesDump(
  client: WazzupTechClient,
  { export_id }: { export_id: string },
  options: CallOptions = {},
): Promise<MessagesDump> {
  return sendRequest(client.http, {
    method: 'GET',
    path: `/v2/messages/messages_dump/${parseParameters(vendorIdSchema, export_id)}`,
    answer: messagesDumpAnswerSchema,
    signal: options.signal,
  })
}
