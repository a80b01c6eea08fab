import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { toInvalidRequest } from '../http/readBody.ts'

/** Items of a page, unless the query says otherwise. */
export const defaultLimit = 50

/** Reads the query of a request. An empty parameter counts as left out. @throws {ApiError} naming the invalid parameters */
export function readQuery<Query>(context: Context, schema: z.ZodMiniType<Query>): Query {
  const given = Object.entries(context.req.query()).filter(([, value]) => value !== '')
  const result = schema.safeParse(Object.fromEntries(given))
  if (result.success) return result.data
  throw toInvalidRequest(result.error)
}
