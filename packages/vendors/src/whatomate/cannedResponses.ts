import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WhatomateClient } from './client.ts'
import { enveloped, textOrNoneSchema } from './envelope.ts'

const cannedResponseSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  /** What staff type to have it. */
  shortcut: textOrNoneSchema,
  content: z.string(),
  category: textOrNoneSchema,
  is_active: z.boolean().catch(true),
})
/** A sentence that staff send again and again. */
export type CannedResponse = z.output<typeof cannedResponseSchema>

/** Answer of `GET /api/canned-responses`. */
export const cannedResponsesAnswerSchema = enveloped(
  z.looseObject({
    canned_responses: z.array(cannedResponseSchema),
    total: z.number().int().nonnegative().optional(),
  }),
)

const pageSize = 100

/**
 * The canned responses of the organization (`GET /api/canned-responses`).
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
      const { canned_responses: items, total } = await sendRequest(client.http, {
        method: 'GET',
        path: '/api/canned-responses',
        query: { page: Math.floor(offset / pageSize) + 1, limit: pageSize },
        answer: cannedResponsesAnswerSchema,
        signal: options.signal,
      })
      return { items, total: total ?? offset + items.length }
    },
  })
}
