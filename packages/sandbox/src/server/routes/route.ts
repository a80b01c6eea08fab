import type { Endpoint } from '@crm-chat/vendors/endpoints'
import type { Context } from 'hono'
import type * as z from 'zod'
import type { Account, Accounts } from '../account.ts'
import type { Refusal } from '../http/respondError.ts'

/** Argument of a route's `handle`: an authenticated and parsed request. */
export interface Call<Body = unknown, Query = unknown> {
  /** The tenant whose key the request carries. */
  account: Account
  /** All tenants, for requests of partners on behalf of one of them. */
  accounts: Accounts
  /** The request, e.g. `context.req.param('id')`, and response helpers, e.g. `context.json(…)`. */
  context: Context
  /** Body, parsed by the route's `body`; `undefined` without one. */
  body: Body
  /** Query, parsed by the route's `query`; `undefined` without one. */
  query: Query
  /** Origin of the sandbox, for links, e.g. `http://127.0.0.1:4010`. */
  origin: string
  /** Responds with an error in the vendor's format. */
  refuse: (refusal: Refusal) => Response
  /** Explains a response in the inspector that one might not expect. */
  remark: (text: string) => void
}

/** Authenticates a request: returns the account whose key it carries. */
export type Authenticate = (parameters: {
  context: Context
  accounts: Accounts
}) => Account | undefined | Promise<Account | undefined>

/** The error for a request that opens no account; it may depend on what the request carries instead of the key. */
export type Unauthorized = Refusal | ((context: Context) => Refusal)

interface RouteParts {
  /** Authenticates requests to this route, if different from the vendor's other routes, e.g. by a key in the path. */
  authenticate?: Authenticate
  /** The error for a request that is not authenticated, if different from the vendor's other routes. */
  unauthorized?: Unauthorized
  /** Rejects a request before its input is read, e.g. for the kind of its key. */
  admit?: (parameters: { context: Context; account: Account }) => Refusal | undefined
  /**
   * Finds problems for which the vendor has its own error code, before `body` is validated. `sent` is the body as it came,
   * with the fields whose values count as missing.
   */
  check?: (parameters: { body: unknown; sent: unknown; account: Account }) => Refusal | undefined
  /** The error for a body that breaks its schema, if different from the vendor's other routes. */
  refuseInput?: (parameters: { error: z.ZodError; account: Account }) => Refusal
}

/** A route of a vendor: an endpoint, and the sandbox's response to it. */
export interface Route extends Omit<Endpoint, 'body' | 'query'>, RouteParts {
  body?: z.ZodType
  query?: z.ZodType
  handle: (call: Call) => Response | Promise<Response>
}

/** A route of a vendor, as it is declared. */
export interface RouteDeclaration<
  Body extends z.ZodType,
  Query extends z.ZodType,
  ReadBody extends z.ZodType,
  ReadQuery extends z.ZodType,
> extends RouteParts {
  endpoint: Endpoint<string, Query, Body>
  /** Shape of the JSON body where the server accepts another than the client may send. @default the endpoint's */
  body?: ReadBody
  /** Shape of the query string where the server accepts another. @default the endpoint's */
  query?: ReadQuery
  /** Description of the response where the sandbox differs. @default the endpoint's */
  description?: string
  handle: (call: Call<z.output<ReadBody>, z.output<ReadQuery>>) => Response | Promise<Response>
}

/**
 * Declares how the sandbox responds to an endpoint. The mounted route, its journal entries, faults by its name, its part
 * of the OpenAPI document and the suggestion for a misspelled address are all derived from it.
 *
 * Routes live in `<vendor>/<noun>.ts` as a constant list, and are put together in `<vendor>/<vendor>Api.ts`:
 * @example
 * export const messages: Route[] = [
 *   defineRoute({
 *     endpoint: wazzupV2.sendMessage,
 *     async handle({ account, body, context, refuse }) {
 *       const channel = await getChannel(account.store.database, body.channelId)
 *       if (!channel) return refuse({ status: 400, code: 'CHANNEL_NOT_FOUND', description: 'There is no such channel.' })
 *       const { messageId } = await addReply(account.store, body)
 *       return context.json({ messageId }, 201)
 *     },
 *   }),
 * ]
 */
export function defineRoute<
  Body extends z.ZodType,
  Query extends z.ZodType,
  ReadBody extends z.ZodType = Body,
  ReadQuery extends z.ZodType = Query,
>(declaration: RouteDeclaration<Body, Query, ReadBody, ReadQuery>): Route {
  const { endpoint, description = endpoint.response.description, ...own } = declaration
  const response = { ...endpoint.response, description }
  // `handle` receives the output of these schemas, which the type of a list of routes cannot express.
  return { ...endpoint, ...own, response } as unknown as Route
}
