import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { enveloped, textOrNoneSchema } from './envelope.ts'

const transferSchema = z.looseObject({
  id: z.string().min(1),
  contact_id: textOrNoneSchema,
  /** User who has taken it over; missing while nobody has. */
  agent_id: textOrNoneSchema,
  /** `active`, `resumed` or `expired`. */
  status: z.string().min(1),
})
/** A conversation that the server's bot has handed to a person. */
export type Transfer = z.output<typeof transferSchema>

/** Response of `GET /api/chatbot/transfers`. */
export const transfersAnswerSchema = enveloped(
  z.looseObject({ transfers: z.array(transferSchema), total_count: z.number().int().nonnegative() }),
)

const pageSize = 100

/** Endpoint of {@link listTransfers}. */
export const listTransfersEndpoint = defineEndpoint({
  operation: 'whatomate.listTransfers',
  method: 'GET',
  path: '/api/chatbot/transfers',
  summary: 'List conversations that a person is to take over, the latest first',
  response: { description: 'Some of them, and how many there are.', schema: transfersAnswerSchema },
})

/**
 * Walks through conversations that the server's bot has handed to a person (`GET /api/chatbot/transfers`), the latest first.
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
      const { transfers, total_count: total } = await send(client.http, listTransfersEndpoint, {
        query: { limit: pageSize, offset, status },
        signal: options.signal,
      })
      return { items: transfers, total }
    },
  })
}
