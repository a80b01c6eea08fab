import type { Context } from 'hono'
import type * as z from 'zod'
import type { Vendor } from '../../store/vendor.ts'
import type { Account, Accounts } from '../account.ts'
import type { Refusal } from '../http/answerError.ts'

/** Name of an operation: vendor, then the name of the client's function. */
export type Operation = `${Vendor}.${string}`

/** Methods that routes are declared with. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Argument of a route's `handle`: an authenticated and parsed request. */
export interface Call<Body = unknown, Query = unknown> {
  /** The tenant whose key the request carries. */
  account: Account
  /** All tenants, for requests of partners on behalf of one of them. */
  accounts: Accounts
  /** The request, e.g. `context.req.param('id')`, and its response helpers, e.g. `context.json(…)`. */
  context: Context
  /** The body as `body` of the route parsed it; `undefined` without one. */
  body: Body
  /** The query as `query` of the route parsed it; `undefined` without one. */
  query: Query
  /** Origin of the sandbox, for links, e.g. `http://127.0.0.1:4010`. */
  origin: string
  /** Responds with an error in the vendor's dialect. */
  refuse: (refusal: Refusal) => Response
}

/** A response with one status. */
export interface Answer {
  description: string
  /** Shape of the body. @default none */
  schema?: z.ZodType
  /** @default 'application/json' */
  mediaType?: string
}

interface RouteParts {
  /** E.g. `wazzup-v2.sendMessage`. */
  operation: Operation
  method: Method
  /** Below the vendor's base, e.g. `/contacts/:id`. */
  path: string
  /** Short description. */
  summary: string
  /** Successful responses, by status. */
  answers: Record<number, Answer>
  /** Authenticates requests to this route, if different from the vendor's other routes, e.g. by a key in the path. */
  authenticate?: Authenticate
  /** Rejects a request before its input is read, e.g. for the kind of its key. */
  admit?: (parameters: { context: Context; account: Account }) => Refusal | undefined
}

/** Authenticates a request: returns the account whose key it carries. */
export type Authenticate = (parameters: {
  context: Context
  accounts: Accounts
}) => Account | undefined | Promise<Account | undefined>

/** A route of a vendor. */
export interface Route extends RouteParts {
  body?: z.ZodType
  query?: z.ZodType
  check?: (parameters: { body: unknown; account: Account }) => Refusal | undefined
  handle: (call: Call) => Response | Promise<Response>
}

/** A route of a vendor, as it is declared. */
export interface RouteDeclaration<Body extends z.ZodType, Query extends z.ZodType> extends RouteParts {
  /** Shape of the JSON body; a body is read only where there is one. */
  body?: Body
  /** Shape of the query string, every value a text. */
  query?: Query
  /** Finds problems for which the vendor has its own error code, before `body` is validated. */
  check?: (parameters: { body: unknown; account: Account }) => Refusal | undefined
  handle: (call: Call<z.output<Body>, z.output<Query>>) => Response | Promise<Response>
}

/**
 * Declares a route once. Its mounting, its line in the journal, faults by its name, its part of the OpenAPI document and
 * the answer to misspelt addresses all come from this.
 *
 * Routes live in `<vendor>/<noun>.ts` as a constant list, and are put together in `<vendor>/<vendor>Api.ts`:
 * @example
 * export const messages: Route[] = [
 *   defineRoute({
 *     operation: 'wazzup-v2.sendMessage',
 *     method: 'POST',
 *     path: '/send_message',
 *     summary: 'Send a message',
 *     body: messageRequestSchema,
 *     answers: { 201: { description: 'The message is accepted.', schema: messageAnswerSchema } },
 *     async handle({ account, body, context, refuse }) {
 *       const channel = await getChannel(account.store.database, body.channelId)
 *       if (!channel) return refuse({ status: 400, code: 'CHANNEL_NOT_FOUND', description: 'There is no such channel.' })
 *       const { messageId } = await addAnswer(account.store, body)
 *       return context.json({ messageId }, 201)
 *     },
 *   }),
 * ]
 */
export function defineRoute<Body extends z.ZodType = z.ZodUndefined, Query extends z.ZodType = z.ZodUndefined>(
  declaration: RouteDeclaration<Body, Query>,
): Route {
  // What `handle` is given went through this very declaration's schemas, which the registry's list cannot express.
  return declaration as unknown as Route
}
