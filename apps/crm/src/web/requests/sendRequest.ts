import type * as z from 'zod/mini'
import { apiErrorBodySchema } from '../../api/apiError.ts'
import { RequestError } from './RequestError.ts'

/** Parameters of {@link sendRequest}. */
export interface RequestParameters<Answer> {
  /** Below `/api`, e.g. `/contacts`. */
  path: string
  /** Schema of the answer. */
  answer: z.ZodMiniType<Answer>
  /** Makes it a POST. */
  body?: object
  signal?: AbortSignal
}

/** Asks the CRM's server. @throws {RequestError} */
export async function sendRequest<Answer>({ path, answer, body, signal }: RequestParameters<Answer>): Promise<Answer> {
  const response = await send({ path, body, signal })
  const json: unknown = await response.json().catch(() => undefined) // What is no JSON is refused below.
  if (!response.ok) throw new RequestError(parse(json, apiErrorBodySchema).error)
  return parse(json, answer)
}

async function send({
  path,
  body,
  signal = null,
}: {
  path: string
  body: object | undefined
  signal: AbortSignal | undefined | null
}): Promise<Response> {
  const post = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    return await fetch(`/api${path}`, { ...post, signal })
  } catch (cause) {
    throw new RequestError({ code: 'unreachable', message: 'Northdesk cannot be reached. Are you online?', cause })
  }
}

function parse<Value>(json: unknown, schema: z.ZodMiniType<Value>): Value {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  throw new RequestError({ code: 'unreachable', message: 'Northdesk does not answer as it should. Try again shortly.' })
}
