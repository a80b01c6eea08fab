import type * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import { describeIssues } from '../../store/input/describeIssues.ts'

/** Refuses an invalid body, and names its parameters, e.g. `filter.0.chatId: …; scope: …`. */
export function refuseBody(error: z.ZodError): Refusal {
  return { status: 400, code: 'VALIDATION_ERROR', description: describeIssues({ error, whole: 'body' }) }
}

/** Refuses a body with unknown parameters and names them, with a quirk; otherwise they are ignored. */
export function refuseUnknown({ fields, quirks }: { fields: string[]; quirks: Quirks }): Refusal | undefined {
  if (fields.length === 0 || !quirks.isOn('wazzup-v2.strictFields')) return undefined
  const description = fields.map((field) => `${field}: there is no such parameter`).join('; ')
  return { status: 400, code: 'VALIDATION_ERROR', description: description.slice(0, 2_000) }
}

/** The refusal of a body that is not JSON. */
export const notJson: Refusal = { status: 400, code: 'VALIDATION_ERROR', description: 'The body must be JSON.' }
