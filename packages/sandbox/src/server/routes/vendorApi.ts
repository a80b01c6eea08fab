import type { Context } from 'hono'
import type * as z from 'zod'
import type { Vendor } from '../../store/vendor.ts'
import type { Account } from '../account.ts'
import type { Refusal } from '../http/answerError.ts'
import type { Authenticate, Route } from './route.ts'

/** Everything about one vendor's HTTP API that its routes have in common. */
export interface VendorApi {
  vendor: Vendor
  /** As the OpenAPI document calls it. */
  title: string
  /** Where the routes are mounted, e.g. `['/v2']`; the first is what documents name. */
  bases: string[]
  routes: Route[]
  authenticate: Authenticate
  /** Answers instead of any route, where the vendor's server would not even look at the request. */
  guard?: (parameters: { context: Context; account: Account }) => Response | undefined
  /** How the OpenAPI document describes the key. */
  securityScheme: Record<string, unknown>
  /** Answers with an error in the vendor's dialect; the account is missing while nobody is let in. */
  refuse: (parameters: { context: Context; refusal: Refusal; account: Account | undefined }) => Response
  /** The answer to a wrong key. */
  unauthorized: Refusal
  /** The answer to a body that is no JSON. */
  notJson: Refusal
  /** The answer to a body or query that breaks its schema. */
  refuseInput: (error: z.ZodError) => Refusal
  /** The answer to a body with fields that its schema does not know; nothing for those that are let be. @default all are */
  refuseUnknown?: (fields: string[]) => Refusal | undefined
}
