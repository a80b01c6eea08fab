import type * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import { listUnknownFields } from '../../server/routes/listUnknownFields.ts'
import type { Route } from '../../server/routes/route.ts'

/** Parameters of {@link refuseUnknown}. */
export interface StrictBody {
  schema: z.ZodType
  /** Fields that `schema` accepts and moves to another place. */
  moved?: string[]
}

/** Adds a check for unknown properties to a route that has no check of its own. */
export function refuseUnknownFields(route: Route): Route {
  const { body: schema, check = schema && refuseUnknown({ schema }) } = route
  return check ? { ...route, check } : route
}

/** Creates the check of this API for every body: unknown properties are refused, not ignored, at any depth. */
export function refuseUnknown({ schema, moved = [] }: StrictBody): (given: { body: unknown }) => Refusal | undefined {
  return ({ body }) => {
    const parsed = schema.safeParse(body)
    if (!parsed.success) return undefined // The schema's own error says more.
    const unknown = listUnknownFields({ input: body, parsed: parsed.data }).filter((name) => !moved.includes(name))
    if (unknown.length === 0) return undefined
    return {
      status: 400,
      code: 'BAD_REQUEST',
      description: unknown.map((name) => `property ${name} should not exist`).join('; '),
    }
  }
}
