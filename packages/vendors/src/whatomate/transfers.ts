import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WhatomateClient } from './client.ts'
import { enveloped, textOrNoneSchema } from './envelope.ts'

const transferSchema = z.looseObject({
  id: z.string().min(1),
  contact_id: textOrNoneSchema,
  /** Who has taken it over; nobody yet where it is missing. */
  agent_id: textOrNoneSchema,
  /** `active`, `resumed` or `expired`. */
  status: z.string().min(1),
})
/** A conversation that the server's bot has handed to a person. */
export type Transfer = z.output<typeof transferSchema>

/** Answer of `GET /api/chatbot/transfers`. */
export const transfersAnswerSchema = enveloped(
  z.looseObject({ transfers: z.array(transferSchema), total_count: z.number().int().nonnegative() }),
)

const pageSize = 100

/**
 * Conversations that the server's bot has handed to a person (`GET /api/chatbot/transfers`), the latest first.
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Agent transfers"
 */
export function listTransfers(
  client: WhatomateClient,
  { status }: { status?: 'active' | 'resumed' | 'expired' | undefined } = {},
  options: CallOptions = {},
): AsyncGenerator<Transfer> {
  return paginateByOffset({
    size: pageSize,
    async fetchPage(offset) {
      const { transfers, total_count: total } = await sendRequest(client.http, {
        method: 'GET',
        path: '/api/chatbot/transfers',
        query: { limit: pageSize, offset, status },
        answer: transfersAnswerSchema,
        signal: options.signal,
      })
      return { items: transfers, total }
    },
  })
}
