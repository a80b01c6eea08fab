import type * as z from 'zod'
import { describeIssues } from '../../server/http/describeIssues.ts'
import type { Refusal } from '../../server/http/respondError.ts'

/** Refuses an invalid body, and names its parameters, e.g. `filter.0.chatId: …; scope: …`. */
export function refuseBody(error: z.ZodError): Refusal {
  return { status: 400, code: 'VALIDATION_ERROR', description: describeIssues({ error, whole: 'body' }) }
}

/** Refuses a body with unknown parameters, and names them. */
export function refuseUnknown(fields: string[]): Refusal | undefined {
  if (fields.length === 0) return undefined
  const description = fields.map((field) => `${field}: there is no such parameter`).join('; ')
  return { status: 400, code: 'VALIDATION_ERROR', description: description.slice(0, 2_000) }
}

/** The refusal of a body that is not JSON. */
export const notJson: Refusal = { status: 400, code: 'VALIDATION_ERROR', description: 'The body must be JSON.' }
