import type * as z from 'zod'
import type { Refusal } from '../../server/http/answerError.ts'
import { listUnknownFields } from '../../server/routes/listUnknownFields.ts'
import type { Route } from '../../server/routes/route.ts'

/** Parameters of {@link refuseUnknown}. */
export interface StrictBody {
  schema: z.ZodType
  /** Fields that `schema` takes and moves to another place. */
  moved?: string[]
}

/** Makes a route refuse unknown properties of its body, unless it has a check of its own. */
export function refuseUnknownFields(route: Route): Route {
  const { body: schema, check = schema && refuseUnknown({ schema }) } = route
  return check ? { ...route, check } : route
}

/** Makes a check that this API makes of every body: an unknown property is refused, not ignored, at any depth. */
export function refuseUnknown({ schema, moved = [] }: StrictBody): (given: { body: unknown }) => Refusal | undefined {
  return ({ body }) => {
    const parsed = schema.safeParse(body)
    if (!parsed.success) return undefined // The schema's own words say more.
    const unknown = listUnknownFields({ given: body, parsed: parsed.data }).filter((name) => !moved.includes(name))
    if (unknown.length === 0) return undefined
    return {
      status: 400,
      code: 'BAD_REQUEST',
      description: unknown.map((name) => `property ${name} should not exist`).join('; '),
    }
  }
}
