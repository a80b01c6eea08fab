import * as z from 'zod/mini'

/** A page of a list. */
export interface Page<Item> {
  items: Item[]
  /** Items of all pages. */
  total: number
  /** The `after` of the next page; null for the last one. */
  next: string | null
}

/** Builds the schema of a page. */
export function pageSchema<Item>(item: z.ZodMiniType<Item>): z.ZodMiniType<Page<Item>> {
  return z.object({ items: z.array(item), total: z.number(), next: z.nullable(z.string()) })
}

/** Query of every list. Parameters that are left out do not narrow the list. */
export interface ListQuery {
  search?: string | undefined
  order?: 'asc' | 'desc' | undefined
  /** Only items that this user is responsible for. */
  ownerId?: string | undefined
  /** The `next` of the page before. */
  after?: string | undefined
  /** Items of one page, 1 to 200. @default 50 */
  limit?: number | undefined
}

/** Schemas of {@link ListQuery}, for the schema of one list. */
export const listQueryFields: {
  [Field in keyof ListQuery]-?: z.ZodMiniType<ListQuery[Field]>
} = {
  search: z.optional(z.string().check(z.maxLength(100))),
  order: z.optional(z.enum(['asc', 'desc'])),
  ownerId: z.optional(z.string().check(z.maxLength(64))),
  after: z.optional(z.string().check(z.maxLength(1_000))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200))),
}

/** A query parameter that is set to `true` or left out. */
export const flagSchema: z.ZodMiniType<boolean | undefined> = z.optional(
  z.pipe(
    z.union([z.literal('true'), z.literal(true)]),
    z.transform(() => true),
  ),
)
