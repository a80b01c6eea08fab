import * as z from 'zod'
import { InvalidParametersError } from '../errors.ts'
import type { Http } from './createHttp.ts'
import type { Endpoint, EndpointResponse, PathParameter } from './endpoint.ts'
import { parseParameters } from './parseParameters.ts'
import type { RequestParameters } from './requestParameters.ts'
import { sendRequest } from './sendRequest.ts'

/** Request to an endpoint: its parameters, and how it is sent. */
export type EndpointRequest<Path extends string, Query extends z.ZodType, Body extends z.ZodType> = SendOptions &
  PathPart<Path> &
  QueryPart<Query> &
  BodyPart<Body>

type SendOptions = Omit<RequestParameters<unknown>, 'method' | 'path' | 'answer' | 'query' | 'body'>
type QueryValue = string | number | boolean | undefined

type PathPart<Path extends string> = [PathParameter<Path>] extends [never]
  ? { params?: never }
  : { params: Record<PathParameter<Path>, string | number> }

/** Parameters that are `undefined` are left out. Those of an endpoint that declares no query are not checked. */
type QueryPart<Query extends z.ZodType> = Query extends z.ZodUndefined
  ? { query?: Record<string, QueryValue> }
  : { query?: { [Name in keyof z.input<Query>]?: QueryValue } }

/** A body that no schema describes, such as a form, is sent as it is. */
type BodyPart<Body extends z.ZodType> = Body extends z.ZodUndefined ? { body?: unknown } : { body: z.input<Body> }

/**
 * Sends a request to an endpoint.
 * @returns the response in the shape that the endpoint accepts.
 * @throws {InvalidParametersError} before anything is sent, for a body or an id that the vendor would refuse.
 * @throws {VendorError} another of its subclasses; an aborted `signal` rejects with its own reason.
 */
export async function send<
  Path extends string,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Accepted extends z.ZodType,
>(
  http: Http,
  endpoint: Endpoint<Path, Query, Body, Accepted>,
  request: EndpointRequest<Path, Query, Body>,
): Promise<z.output<Accepted>> {
  // Each part of a request has one of these types, or is missing.
  const given = request as CheckedRequest
  const body = endpoint.body ? parseParameters(endpoint.body, given.body) : given.body
  return sendChecked(http, endpoint, { ...given, body })
}

/** Request to an endpoint whose body has been checked. */
export interface CheckedRequest extends SendOptions {
  params?: Record<string, string | number>
  query?: Record<string, QueryValue>
  body?: unknown
}

/** Sends a request whose body has been checked: see {@link send}. */
export async function sendChecked<Accepted extends z.ZodType>(
  http: Http,
  endpoint: Endpoint<string, z.ZodType, z.ZodType, Accepted>,
  { params = {}, ...request }: CheckedRequest,
): Promise<z.output<Accepted>> {
  const { method, path, params: schema, response, idempotent } = endpoint
  return sendRequest(http, {
    method,
    path: fillPath({ path, params: schema ? parseParameters(schema, params) : params }),
    answer: toAccepted(response),
    ...(idempotent === undefined ? {} : { idempotent }),
    ...request,
  })
}

function toAccepted<Accepted extends z.ZodType>({
  accepts,
  schema = nothingSchema,
}: EndpointResponse<Accepted>): z.ZodType<z.output<Accepted>> {
  // `Accepted` is the schema's own type where `accepts` is missing: see defineEndpoint.
  return (accepts ?? schema) as z.ZodType<z.output<Accepted>>
}

/** Any response; its content is of no use. */
export const nothingSchema: z.ZodType<void> = z.unknown().transform(() => undefined)

function fillPath({ path, params }: { path: string; params: Record<string, string | number> }): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => toPathSegment(params[name] ?? ''))
}

/** Writes an id as one segment of a path. @throws {InvalidParametersError} for an id that would change the path. */
function toPathSegment(id: string | number): string {
  const text = String(id)
  if (text === '' || text === '.' || text === '..') throw new InvalidParametersError(`"${text}" is not a valid id.`)
  try {
    return encodeURIComponent(text)
  } catch {
    throw new InvalidParametersError('The id contains an invalid character.')
  }
}
