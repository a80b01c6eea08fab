import * as z from 'zod/mini'

/** Fields of every item that can be edited. Times are Unix times in milliseconds. */
export interface Item {
  id: string
  createdAt: number
  updatedAt: number
  /** Time of its deletion, after which it can be restored. Lists leave deleted items out. */
  deletedAt: number | null
  /** Grows with every change. A `PATCH` names the version it was made from; a stale one gets 409 `conflict`. */
  version: number
}

/** Schemas of {@link Item}, for the schema of one kind of item. */
export const itemFields: { [Field in keyof Item]: z.ZodMiniType<Item[Field]> } = {
  id: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  deletedAt: z.nullable(z.number()),
  version: z.number(),
}

/** A schema of the version in the body of a `PATCH`. */
export const versionSchema: z.ZodMiniType<number> = z.number().check(z.int(), z.minimum(1))

/** The body of a `PATCH`: fields that are left out stay. */
export type Change<Fields> = { [Field in keyof Fields]?: Fields[Field] | undefined } & {
  /** Version that the change was made from. */
  version: number
}
