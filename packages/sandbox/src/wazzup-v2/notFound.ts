import type { Refusal } from '../http/answerError.ts'

/** The answer to an id that nothing has. The document names no code but `CONTACT_NOT_FOUND`; the others are like it. */
export function notFound(kind: 'contact' | 'deal' | 'user'): Refusal {
  return { status: 404, code: `${kind.toUpperCase()}_NOT_FOUND`, description: `There is no ${kind} with this id.` }
}
