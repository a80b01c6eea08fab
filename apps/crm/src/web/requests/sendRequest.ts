import type * as z from 'zod/mini'
import { apiErrorBodySchema } from '../../api/apiError.ts'
import { RequestError } from './RequestError.ts'

/** Parameters of {@link sendRequest}. */
export interface RequestParameters<Body> {
  /** Below `/api`, e.g. `/contacts`. */
  path: string
  /** Schema of the response body. */
  schema: z.ZodMiniType<Body>
  /** Sent as JSON. */
  body?: object | undefined
  /** @default 'POST' with a body, otherwise 'GET' */
  method?: 'PATCH' | 'PUT' | 'POST' | 'DELETE' | undefined
  signal?: AbortSignal | undefined
}

/** Sends a request to the CRM's server. @throws {RequestError} */
export async function sendRequest<Body>({ path, schema, ...request }: RequestParameters<Body>): Promise<Body> {
  const response = await send(path, request)
  const json: unknown = await response.json().catch(() => undefined) // Invalid JSON is rejected below.
  if (!response.ok) throw new RequestError(parse(json, apiErrorBodySchema).error)
  return parse(json, schema)
}

/** Address of a path of the CRM's server, e.g. of `/contacts`. */
export function toAddress(path: string): string {
  return `/api${path}`
}

type RequestParts = Pick<RequestParameters<unknown>, 'body' | 'method' | 'signal'>

async function send(path: string, { body, method = body && 'POST', signal }: RequestParts): Promise<Response> {
  const content = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    return await fetch(toAddress(path), { method: method ?? 'GET', ...content, signal: signal ?? null })
  } catch (cause) {
    throw new RequestError({ code: 'unreachable', message: "Can't reach Northdesk. Are you online?", cause })
  }
}

function parse<Value>(json: unknown, schema: z.ZodMiniType<Value>): Value {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  throw new RequestError({ code: 'unreachable', message: 'Northdesk sent an unexpected response. Try again shortly.' })
}
