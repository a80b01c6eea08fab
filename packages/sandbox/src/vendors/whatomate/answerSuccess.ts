import type { Context } from 'hono'
import type { Refusal } from '../../server/http/answerError.ts'
import type { Call } from '../../server/routes/route.ts'

/** Answers the way every route of this server does: 200 with `{status: "success", data}`. */
export function answerSuccess({ context }: Pick<Call, 'context'>, data: unknown): Response {
  return context.json({ status: 'success', data })
}

/** Answers with an error as this server words it: a sentence, and no code. */
export function answerWhatomateError({ context, refusal }: { context: Context; refusal: Refusal }): Response {
  return context.json({ status: 'error', message: refusal.description, data: null }, refusal.status)
}

/** A refusal of this server; it has no codes, the status stands for one. */
export function refuseWith(status: 400 | 401 | 403 | 404 | 409 | 501, description: string): Refusal {
  return { status, code: String(status), description }
}
