import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendChecked } from '../http/send.ts'
import { type BatchOptions, sendInBatches } from '../http/sendInBatches.ts'
import type { WazzupV3Client } from './client.ts'

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

/** Query of a list. */
export const offsetSchema = z.object({ offset: z.coerce.number().int().nonnegative().optional() })

/** Body of a list, as the documents show it. */
export function countedListSchema(item: z.ZodType): z.ZodType {
  return z.object({ count: z.number(), data: z.array(item) })
}

/** Response of a list: `{count, data}`, or as some pages and the live users have it, a bare list. */
export function listAnswer<Item>(item: z.ZodType<Item>): z.ZodType<{ items: Item[]; total?: number | undefined }> {
  const counted = z.looseObject({ count: z.number().optional(), data: z.array(item) })
  return z.union([
    z.array(item).transform((items) => ({ items, total: items.length === pageSize ? undefined : 0 })),
    counted.transform(({ data, count }) => ({ items: data, total: count })),
  ])
}

const pageSize = 100

type ListEndpoint<Item> = Endpoint<string, z.ZodType, z.ZodType, ReturnType<typeof listAnswer<Item>>>

/** Walks through a list, 100 items a request. */
export function listEntities<Item>(
  client: WazzupV3Client,
  { endpoint, options }: { endpoint: ListEndpoint<Item>; options: ListOptions },
): AsyncGenerator<Item> {
  const { offset, signal } = options
  return paginateByOffset({
    offset,
    size: pageSize,
    fetchPage: (from) => sendChecked(client.http, endpoint, { query: { offset: from }, signal }),
  })
}

/** Body of a bulk deletion. */
export const idsSchema = z.array(entityIdSchema).min(1).max(pageSize)

/** Response to a bulk deletion: the ids that were not there; in one of three shapes, or nothing. */
export const missingIdsSchema = z.union([
  z.array(storedIdSchema),
  z.looseObject({ notFound: z.array(storedIdSchema) }).transform(({ notFound }) => notFound),
  z.unknown().transform((): string[] => []),
])

type BulkEndpoint = Endpoint<string, z.ZodType, z.ZodType, typeof missingIdsSchema>

/** Removes many entities, 100 a request. @returns the ids that were not there. */
export async function deleteEntities(
  client: WazzupV3Client,
  { endpoint, ids, options }: { endpoint: BulkEndpoint; ids: EntityId[]; options: BatchOptions },
): Promise<string[]> {
  const items = parseParameters(z.array(entityIdSchema), ids)
  const { signal } = options
  const missing: string[] = []
  const send = async (body: string[]): Promise<void> => {
    missing.push(...(await sendChecked(client.http, endpoint, { body, signal })))
  }
  await sendInBatches({ ...options, items, send })
  return missing
}
