import type * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import { describeIssues } from '../../store/input/describeIssues.ts'
import { listProblems } from '../../store/input/listProblems.ts'

/** Refuses an invalid body or query, and names its fields in `data`. */
export function refuseBody(error: z.ZodError): Refusal {
  const fields = [...new Set(listProblems(error).map(({ field }) => field || 'body'))]
  return {
    status: 400,
    code: 'VALIDATION_ERROR',
    description: describeIssues({ error, whole: 'body' }),
    data: { fields: fields.slice(0, 50) },
  }
}

/** Refuses a body with unknown fields and names them, with a quirk; otherwise they are ignored. */
export function refuseUnknown({ fields, quirks }: { fields: string[]; quirks: Quirks }): Refusal | undefined {
  if (!quirks.isOn('wazzup-v3.strictFields')) return undefined
  const unknown = fields.filter((field) => !ignored.some((known) => known.test(field)))
  if (unknown.length === 0) return undefined
  const description = unknown.map((field) => `${field}: there is no such field`).join('; ')
  return {
    status: 400,
    code: 'VALIDATION_ERROR',
    description: description.slice(0, 2_000),
    data: { fields: unknown.slice(0, 50) },
  }
}

/** The refusal of a body that is not JSON. */
export const notJson: Refusal = { status: 400, code: 'VALIDATION_ERROR', description: 'The body must be JSON.' }

const ignored = [
  /^filter\.\d+\.channelId$/, // Clients are known to send it, and no harm was seen.
  /^buttonsObject\.buttons\.\d+(\.\d+)?$/, // Buttons after the last allowed one are dropped silently.
]

/** True for a refusal in the place of a result. */
export function isRefusal(found: object): found is Refusal {
  return 'code' in found
}
