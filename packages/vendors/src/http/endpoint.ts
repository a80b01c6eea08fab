import type * as z from 'zod'
import type { Vendor } from '../vendor.ts'

/** HTTP methods of the vendors' APIs. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One endpoint of a vendor, described once: the client sends it, the sandbox serves it, and the coverage table and the
 * OpenAPI documents list it. `Accepted` is the shape in which the client reads a successful response.
 */
export interface Endpoint<
  Path extends string = string,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Accepted extends z.ZodType = z.ZodType,
> {
  /** Vendor, and name of the function that sends it: `wazzup-v2.fetchUsers`. */
  operation: `${Vendor}.${string}`
  method: Method
  /** Path below the vendor's host, parameters named after a colon: `/v2/users/:id`. */
  path: Path
  /** Purpose, in a few words. */
  summary: string
  /** Shape of the path's parameters. @default any text */
  params?: z.ZodType<Record<string, string>>
  /** Shape of the query string, every value a text. */
  query?: Query
  /** Shape of the JSON body that the client may send. */
  body?: Body
  /** Successful response. */
  response: EndpointResponse<Accepted>
  /** True if sending it twice has the effect of sending it once. @default method is GET */
  idempotent?: boolean
  /** Place in one of the vendors' five documents; missing for endpoints of help pages and live servers. */
  source?: EndpointSource
}

/** Successful response of an endpoint. */
export interface EndpointResponse<Accepted extends z.ZodType = z.ZodType> {
  /** @default 200 */
  status?: number
  description: string
  /** Shape of the body. @default no body */
  schema?: z.ZodType
  /** @default 'application/json' */
  mediaType?: string
  /** Shape that the client accepts in place of `schema`, where servers differ. @default schema */
  accepts?: Accepted
}

/** Place in a vendor's document. */
export interface EndpointSource {
  /** Title of the document. */
  document: string
  /** Heading in it. */
  section: string
  /** The document's own names of path parameters: `{ id: 'user id' }`. */
  params?: Record<string, string>
}

interface Description<
  Path extends string,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Schema extends z.ZodType,
  Accepted extends z.ZodType,
> extends Omit<Endpoint<Path, Query, Body>, 'response'> {
  response: EndpointResponse<Accepted> & { schema?: Schema }
}

/**
 * Describes an endpoint; the function that sends it is in the same file.
 * @example
 * export const fetchUserEndpoint = defineEndpoint({
 *   operation: 'wazzup-v2.fetchUser',
 *   method: 'GET',
 *   path: '/v2/users/:id',
 *   summary: 'Read a user',
 *   response: { description: 'The user.', schema: storedUserSchema },
 * })
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineEndpoint<
  Path extends `/${string}`,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Schema extends z.ZodType = z.ZodType<void>,
  Accepted extends z.ZodType = Schema,
>(
  description: Description<Path, Query, Body, Schema, Accepted>,
): Endpoint<Path, Query, Body, Accepted> & Given<'query', Query> & Given<'body', Body> {
  // Given schemas exist, and `Accepted` is `Schema` without `accepts`: both follow from the defaults above.
  return description as ReturnType<typeof defineEndpoint<Path, Query, Body, Schema, Accepted>>
}

/** A schema that an endpoint is known to have. */
type Given<Name extends string, Schema extends z.ZodType> = Schema extends z.ZodUndefined
  ? unknown
  : { [Key in Name]: Schema }

/** Names of the parameters in a path: `id` in `/v2/users/:id`. */
export type PathParameter<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParameter<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** Name of the function that sends an endpoint: `fetchUsers` for `wazzup-v2.fetchUsers`. */
export function toFunctionName({ operation }: Pick<Endpoint, 'operation'>): string {
  return operation.slice(operation.indexOf('.') + 1)
}
