import * as z from 'zod'
import type { Endpoint } from '../http/endpoint.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendChecked } from '../http/send.ts'
import type { WazzupV2Client } from './client.ts'

/** Query of `GET /v2/contacts` and `GET /v2/deals`. */
export const listQuerySchema = z.object({
  /** Items to leave out at the beginning. @default 0 */
  offset: z.coerce.number().int().nonnegative().optional(),
  /** @default 'id' */
  orderBy: z.enum(['id', 'name', 'responsibleUserId']).optional(),
  /** @default 'asc' */
  orderDirection: z.enum(['asc', 'desc']).optional(),
})

/** Parameters of a list. */
export interface ListParameters {
  /** Items to leave out at the beginning. @default 0 */
  offset?: number
  /** @default 'id' */
  orderBy?: 'id' | 'name' | 'responsibleUserId'
  /** @default 'asc' */
  orderDirection?: 'asc' | 'desc'
  signal?: AbortSignal
}

type ListEndpoint<Item> = Endpoint<string, z.ZodType, z.ZodType, z.ZodType<Item[]>>

/** Walks through a list, 100 items a request. @throws {InvalidParametersError} before anything is sent. */
export function listItems<Item>(
  client: WazzupV2Client,
  { endpoint, parameters }: { endpoint: ListEndpoint<Item>; parameters: ListParameters },
): AsyncGenerator<Item> {
  const { signal, ...given } = parameters
  const query = parseParameters(listQuerySchema, given)
  return paginateByOffset({
    offset: query.offset,
    size: 100,
    async fetchPage(offset) {
      const page = { ...query, offset }
      return { items: await sendChecked(client.http, endpoint, { query: page, signal }) }
    },
  })
}
