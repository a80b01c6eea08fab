import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
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

/** Response of `POST /v2/messages/messages_dump`. */
export const messagesDumpCreatedAnswerSchema = envelopedOne(
  z.object({ status: messagesDumpStatusSchema, export_id: z.string().min(1) }),
)
/** A job, and how far it is. */
export type MessagesDumpCreated = z.output<typeof messagesDumpCreatedAnswerSchema>

/** Response of `GET /v2/messages/messages_dump/{export_id}`. */
export const messagesDumpAnswerSchema = envelopedOne(
  z.object({
    status: messagesDumpStatusSchema,
    url: z
      .url()
      .nullish()
      .transform((url) => url ?? null),
  }),
)
/** Status of an export, and the address of its CSV file once it is ready. `url` gives access to the messages. */
export type MessagesDump = z.output<typeof messagesDumpAnswerSchema>

/** Endpoint of {@link createMessagesDump}. */
export const createMessagesDumpEndpoint = defineEndpoint({
  operation: 'wazzup-tech.createMessagesDump',
  method: 'POST',
  path: '/v2/messages/messages_dump',
  summary: 'Start an export of messages',
  body: messagesDumpRequestSchema,
  response: { description: 'The export is queued.', schema: messagesDumpCreatedAnswerSchema },
  source: { document: documents.techMessages, section: 'Export messages' },
})

/**
 * Starts an export of messages (`POST /v2/messages/messages_dump`). The link to the CSV file comes with the webhook
 * `messages_dump.status_update`, and from {@link fetchMessagesDump}.
 * @throws {OutcomeUnknownError} without a response: a job may be running.
 * @see https://wazzup24.com/help/api/messages/ "Export messages"
 */
export async function createMessagesDump(
  client: WazzupTechClient,
  parameters: MessagesDumpParameters,
  options: CallOptions = {},
): Promise<MessagesDumpCreated> {
  return send(client.http, createMessagesDumpEndpoint, { body: parameters, ...options })
}

/** Endpoint of {@link fetchMessagesDump}. */
export const fetchMessagesDumpEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchMessagesDump',
  method: 'GET',
  path: '/v2/messages/messages_dump/:export_id',
  summary: 'Ask how far an export is',
  params: z.object({ export_id: vendorIdSchema }),
  response: { description: 'The status, and the link once it is done.', schema: messagesDumpAnswerSchema },
  source: { document: documents.techMessages, section: 'Check message export status' },
})

/**
 * Reads the status of an export (`GET /v2/messages/messages_dump/{export_id}`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/messages/ "Check message export status"
 */
export async function fetchMessagesDump(
  client: WazzupTechClient,
  { export_id }: { export_id: string },
  options: CallOptions = {},
): Promise<MessagesDump> {
  return send(client.http, fetchMessagesDumpEndpoint, { params: { export_id }, ...options })
}
