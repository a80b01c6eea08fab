import type * as z from 'zod'
import type { Refusal } from '../../server/http/answerError.ts'
import { listUnknownFields } from '../../server/routes/listUnknownFields.ts'

/** Parameters of {@link refuseUnknown}. */
export interface StrictBody {
  schema: z.ZodType
  /** Fields that `schema` takes and moves to another place. */
  moved?: string[]
}

/**
 * Makes the check of a route that this API makes of every body: a property it does not know is refused, not ignored,
 * at any depth.
 */
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
