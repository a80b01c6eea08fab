import type * as z from 'zod'
import type { Refusal } from '../../server/http/answerError.ts'

/** Says which fields of a body or query are wrong, and names them in `data`. */
export function refuseBody(error: z.ZodError): Refusal {
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
  const fields = [...new Set(error.issues.map(({ path }) => path.join('.') || 'body'))]
  return {
    status: 400,
    code: 'VALIDATION_ERROR',
    description: problems.join('; ').slice(0, 2_000),
    data: { fields: fields.slice(0, 50) },
  }
}

/** Says which fields of a body the API does not have. */
export function refuseUnknown(fields: string[]): Refusal | undefined {
  const unknown = fields.filter((field) => !letBe.some((known) => known.test(field)))
  if (unknown.length === 0) return undefined
  const description = unknown.map((field) => `${field}: there is no such field`).join('; ')
  return {
    status: 400,
    code: 'VALIDATION_ERROR',
    description: description.slice(0, 2_000),
    data: { fields: unknown.slice(0, 50) },
  }
}

/** The answer to a body that is no JSON at all. */
export const notJson: Refusal = { status: 400, code: 'VALIDATION_ERROR', description: 'The body must be JSON.' }

const letBe = [
  /^filter\.\d+\.channelId$/, // Clients put it there too, and nobody has seen harm in it.
  /^buttonsObject\.buttons\.\d+$/, // What comes after the tenth is left out in silence.
]
