import * as z from 'zod'
import type { Endpoint } from '../http/endpoint.ts'
import { paginate } from '../http/paginate.ts'
import { sendChecked } from '../http/send.ts'
import type { WazzupTechClient } from './client.ts'
import { enveloped } from './envelope.ts'

/** Options of a list. */
export interface ListOptions {
  /** Items to leave out at the beginning. @default 0 */
  offset?: number | undefined
  signal?: AbortSignal | undefined
}

/** Query of a list. No document shows a page of this API; an offset works as in API v3. */
export const listQuerySchema = z.strictObject({ offset: z.coerce.number().int().nonnegative().optional() })

/** Parameters of {@link listEntities}. */
export interface EntityList<Item> {
  endpoint: Endpoint<string, z.ZodType, z.ZodType, z.ZodType<Item[]>>
  options: ListOptions
}

/**
 * Response of a list. The documents show no page of this API: a bare list in `data`, one under the entity's name, and
 * v3's `{count, data}` are read.
 */
export function entitiesAnswer<Item>({ name, item }: { name: string; item: z.ZodType<Item> }): z.ZodType<Item[]> {
  const items = z.array(item)
  const named: z.ZodType<Record<string, Item[]>> = z.object({ [name]: items })
  const counted: z.ZodType<{ data: Item[] }> = z.object({ data: items })
  return enveloped(z.union([items, named.transform((data) => data[name] ?? []), counted.transform(({ data }) => data)]))
}

/** Walks through a list, page by page of 100, until a page has nothing new: a server without offsets sends the first page again. */
export function listEntities<Item extends { id: string }>(
  client: WazzupTechClient,
  { endpoint, options }: EntityList<Item>,
): AsyncGenerator<Item> {
  const seen = new Set<string>()
  return paginate({
    start: options.offset ?? 0,
    fetchPage: async (offset) => {
      const { signal } = options
      // Left out at 0: this API refuses unknown parameters, and no document mentions an offset.
      const query = offset > 0 ? { offset } : {}
      const page = await sendChecked(client.http, endpoint, { query, signal })
      const items = page.filter(({ id }) => !seen.has(id))
      for (const { id } of items) seen.add(id)
      return { items, next: items.length < pageSize ? undefined : offset + page.length }
    },
  })
}

const pageSize = 100
