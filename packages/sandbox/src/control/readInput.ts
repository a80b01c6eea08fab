import type { Context } from 'hono'
import type * as z from 'zod'
import { readJson } from '../server/http/readJson.ts'
import { type Refusal, respondError } from '../server/http/respondError.ts'
import { InvalidOptionError } from '../store/errors.ts'
import { describeIssues } from '../store/input/describeIssues.ts'
import { explained } from '../store/input/explainIssue.ts'

/** Reads a JSON body of the control API, or returns the response that refuses it. */
export async function readInput<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<{ ok: true; body: z.output<Schema> } | { ok: false; refusal: Response }> {
  const body = await readJson(context)
  if (body === undefined) return { ok: false, refusal: respondError(context, notJson) }
  const parsed = schema.safeParse(body, explained)
  if (parsed.success) return { ok: true, body: parsed.data }
  return { ok: false, refusal: refuseInput(context, parsed.error) }
}

/** Responds 400 to a body or query that breaks its schema. */
export function refuseInput(context: Context, error: z.ZodError): Response {
  const description = describeIssues({ error, whole: 'body' })
  return respondError(context, { status: 400, code: 'VALIDATION_ERROR', description })
}

/** The refusal of a body that is not JSON. */
export const notJson: Refusal = { status: 400, code: 'VALIDATION_ERROR', description: 'The body must be JSON.' }

/** Runs `act`, and responds 400 if it throws an {@link InvalidOptionError}. */
export async function refuseOption(context: Context, act: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof InvalidOptionError)) throw error
    return respondError(context, { status: 400, code: 'VALIDATION_ERROR', description: error.message })
  }
}
