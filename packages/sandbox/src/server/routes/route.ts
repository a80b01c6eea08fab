import type { Context } from 'hono'
import type * as z from 'zod'
import type { Vendor } from '../../store/vendor.ts'
import type { Account, Accounts } from '../account.ts'
import type { Refusal } from '../http/answerError.ts'

/** Names one thing a vendor can be asked for: vendor, then the name of the client's method. */
export type Operation = `${Vendor}.${string}`

/** Methods that routes are declared with. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a route's `handle` is given: a request that is let in, and parsed. */
export interface Call<Body = unknown, Query = unknown> {
  /** The tenant whose key the request carries: its store, clock, quirks and the rest. */
  account: Account
  /** All tenants, for what a partner asks for one of them. */
  accounts: Accounts
  /** The request itself, e.g. `context.req.param('id')`, and what answers it, e.g. `context.json(…)`. */
  context: Context
  /** The body as `body` of the route parsed it; `undefined` without one. */
  body: Body
  /** The query as `query` of the route parsed it; `undefined` without one. */
  query: Query
  /** Where the sandbox is reached, for links, e.g. `http://127.0.0.1:4010`. */
  origin: string
  /** Answers with an error in the vendor's dialect. */
  refuse: (refusal: Refusal) => Response
}

/** What may be answered with one status. */
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
  /** What it is for, in a few words. */
  summary: string
  /** What it answers when all goes well, by status. */
  answers: Record<number, Answer>
  /** Finds the account of a request where the vendor does it otherwise than elsewhere, e.g. by a key in the path. */
  authenticate?: Authenticate
  /** Turns a request away before anything it says is looked at, e.g. for the kind of its key. */
  admit?: (parameters: { context: Context; account: Account }) => Refusal | undefined
}

/** How requests are let in: gives the account whose key they carry. */
export type Authenticate = (parameters: {
  context: Context
  accounts: Accounts
}) => Account | undefined | Promise<Account | undefined>

/** A route of a vendor, as the registry keeps it. */
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
  /** Finds what the vendor has a code of its own for, before `body` is looked at. */
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
