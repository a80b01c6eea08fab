import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { enveloped, textOrNoneSchema } from './envelope.ts'

const cannedResponseSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  /** Shortcut that staff type for it. */
  shortcut: textOrNoneSchema,
  content: z.string(),
  category: textOrNoneSchema,
  is_active: z.boolean().catch(true),
})
/** A prepared reply of the staff. */
export type CannedResponse = z.output<typeof cannedResponseSchema>

/** Response of `GET /api/canned-responses`. */
export const cannedResponsesAnswerSchema = enveloped(
  z.looseObject({
    canned_responses: z.array(cannedResponseSchema),
    total: z.number().int().nonnegative().optional(),
  }),
)

const pageSize = 100

/** Endpoint of {@link listCannedResponses}. */
export const listCannedResponsesEndpoint = defineEndpoint({
  operation: 'whatomate.listCannedResponses',
  method: 'GET',
  path: '/api/canned-responses',
  summary: 'List the canned responses',
  response: { description: 'All canned responses.', schema: cannedResponsesAnswerSchema },
})

/**
 * Walks through the canned responses of the organization (`GET /api/canned-responses`).
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Canned responses"
 */
export function listCannedResponses(
  client: WhatomateClient,
  options: CallOptions = {},
): AsyncGenerator<CannedResponse> {
  return paginateByOffset({
    size: pageSize,
    async fetchPage(offset) {
      const { canned_responses: items, total } = await send(client.http, listCannedResponsesEndpoint, {
        query: { page: Math.floor(offset / pageSize) + 1, limit: pageSize },
        signal: options.signal,
      })
      return { items, total: total ?? offset + items.length }
    },
  })
}
