import type * as z from 'zod/mini'
import { apiErrorBodySchema } from '../../api/apiError.ts'
import { RequestError } from './RequestError.ts'

/** Parameters of {@link sendRequest}. */
export interface RequestParameters<Body> {
  /** Below `/api`, e.g. `/contacts`. */
  path: string
  /** Schema of the response body. */
  schema: z.ZodMiniType<Body>
  /** Makes it a POST. */
  body?: object
  signal?: AbortSignal
}

/** Sends a request to the CRM's server. @throws {RequestError} */
export async function sendRequest<Body>({ path, schema, body, signal }: RequestParameters<Body>): Promise<Body> {
  const response = await send({ path, body, signal })
  const json: unknown = await response.json().catch(() => undefined) // Invalid JSON is rejected below.
  if (!response.ok) throw new RequestError(parse(json, apiErrorBodySchema).error)
  return parse(json, schema)
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
    throw new RequestError({ code: 'unreachable', message: "Can't reach Northdesk. Are you online?", cause })
  }
}

function parse<Value>(json: unknown, schema: z.ZodMiniType<Value>): Value {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  throw new RequestError({ code: 'unreachable', message: 'Northdesk sent an unexpected response. Try again shortly.' })
}
