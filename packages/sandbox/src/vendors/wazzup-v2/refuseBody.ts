import type * as z from 'zod'
import type { Refusal } from '../../server/http/answerError.ts'
import { describeIssues } from '../../server/http/describeIssues.ts'

/** Says which parameters of a body are wrong, e.g. `filter.0.chatId: …; scope: …`. */
export function refuseBody(error: z.ZodError): Refusal {
  return { status: 400, code: 'VALIDATION_ERROR', description: describeIssues({ error, whole: 'body' }) }
}

/** Says which parameters of a body the API does not have. */
export function refuseUnknown(fields: string[]): Refusal | undefined {
  if (fields.length === 0) return undefined
  const description = fields.map((field) => `${field}: there is no such parameter`).join('; ')
  return { status: 400, code: 'VALIDATION_ERROR', description: description.slice(0, 2_000) }
}

/** The answer to a body that is no JSON at all. */
export const notJson: Refusal = { status: 400, code: 'VALIDATION_ERROR', description: 'The body must be JSON.' }
