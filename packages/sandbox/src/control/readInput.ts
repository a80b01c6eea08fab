import type { Context } from 'hono'
import type * as z from 'zod'
import { answerError } from '../server/http/answerError.ts'
import { readJson } from '../server/http/readJson.ts'
import { notJson, refuseBody } from '../vendors/wazzup-v2/refuseBody.ts'

/** Reads a JSON body of the control API, or gives the answer that says what is wrong with it. */
export async function readInput<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<{ ok: true; body: z.output<Schema> } | { ok: false; refusal: Response }> {
  const body = await readJson(context)
  if (body === undefined) return { ok: false, refusal: answerError(context, notJson) }
  const parsed = schema.safeParse(body)
  if (parsed.success) return { ok: true, body: parsed.data }
  return { ok: false, refusal: answerError(context, refuseBody(parsed.error)) }
}
