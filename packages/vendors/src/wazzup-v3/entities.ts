import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { type BatchOptions, sendInBatches } from '../http/sendInBatches.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WazzupV3Client } from './client.ts'

/** The lists that a CRM gives to the vendor. */
export type EntityName = 'users' | 'contacts' | 'deals'

/** An id of the CRM's own; the vendor keeps it as text. */
export const entityIdSchema = z.union([z.string().min(1).max(100), z.int().transform(String)])
/** An id of the CRM's own. */
export type EntityId = string | number

/** An id as the vendor has it. */
export const storedIdSchema = z.union([z.string(), z.number().transform(String)])

/** Options of a list. */
export interface ListOptions extends CallOptions {
  /** Items to leave out at the beginning. @default 0 */
  offset?: number
}

/** Answer of a list: `{count, data}`, or as some pages and the live users have it, a bare list. */
export function listAnswer<Item>(item: z.ZodType<Item>): z.ZodType<{ items: Item[]; total?: number | undefined }> {
  const counted = z.looseObject({ count: z.number().optional(), data: z.array(item) })
  return z.union([
    z.array(item).transform((items) => ({ items, total: items.length === pageSize ? undefined : 0 })),
    counted.transform(({ data, count }) => ({ items: data, total: count })),
  ])
}

const pageSize = 100

/** Walks through a list, 100 items a request. */
export function listEntities<Item>(
  client: WazzupV3Client,
  { name, item, options }: { name: EntityName; item: z.ZodType<Item>; options: ListOptions },
): AsyncGenerator<Item> {
  const { offset, signal } = options
  const request = { method: 'GET', path: `/v3/${name}`, answer: listAnswer(item), signal } as const
  return paginateByOffset({
    offset,
    size: pageSize,
    fetchPage: (from) => sendRequest(client.http, { ...request, query: { offset: from } }),
  })
}

/** Answer of a bulk deletion: the ids that were not there; in one of three shapes, or nothing. */
const bulkAnswerSchema = z.union([
  z.array(storedIdSchema),
  z.looseObject({ notFound: z.array(storedIdSchema) }).transform(({ notFound }) => notFound),
  z.unknown().transform((): string[] => []),
])

/** Removes many entities, 100 a request. @returns the ids that were not there. */
export async function deleteEntities(
  client: WazzupV3Client,
  { name, ids, options }: { name: EntityName; ids: EntityId[]; options: BatchOptions },
): Promise<string[]> {
  const items = parseParameters(z.array(entityIdSchema), ids)
  const { signal } = options
  const path = `/v3/${name}/bulk_delete`
  const request = { method: 'PATCH', path, answer: bulkAnswerSchema, idempotent: true, signal } as const
  const missing: string[] = []
  const send = async (body: string[]): Promise<void> => {
    missing.push(...(await sendRequest(client.http, { ...request, body })))
  }
  await sendInBatches({ ...options, items, send })
  return missing
}
