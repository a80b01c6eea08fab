import type { Context } from 'hono'
import type { Refusal } from '../../server/http/respondError.ts'
import type { Call } from '../../server/routes/route.ts'

/** Responds as every route of this server: 200 with `{status: "success", data}`; with a quirk, with the bare data. */
export function respondSuccess({ account, context }: Pick<Call, 'account' | 'context'>, data: unknown): Response {
  return context.json(account.quirks.isOn('whatomate.bareResponses') ? data : { status: 'success', data })
}

/** Responds with an error of this server: a sentence without a code. */
export function respondWhatomateError({ context, refusal }: { context: Context; refusal: Refusal }): Response {
  return context.json({ status: 'error', message: refusal.description, data: null }, refusal.status)
}

/** Creates a refusal of this server, which has no codes: the status takes their place. */
export function refuseWith(status: 400 | 401 | 403 | 404 | 409 | 501, description: string): Refusal {
  return { status, code: String(status), description }
}

/** The refusal of a user without the permission. */
export const forbidden = refuseWith(403, 'Insufficient permissions')
