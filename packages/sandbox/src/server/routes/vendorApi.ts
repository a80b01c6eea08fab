import type { Endpoint } from '@crm-chat/vendors/endpoints'
import type { Context } from 'hono'
import type * as z from 'zod'
import type { Vendor } from '../../store/schema.ts'
import type { Account } from '../account.ts'
import type { Refusal } from '../http/respondError.ts'
import type { Quirks } from '../quirks/createQuirks.ts'
import type { Authenticate, Route, Unauthorized } from './route.ts'

/** A route of an earlier version of an API. */
export interface OlderRoute {
  /** Method and path below the host, e.g. `GET /channels/list`. */
  route: string
  /** Endpoint that replaces it. */
  successor: Endpoint
}

/** Common parts of all routes of one vendor's HTTP API. */
export interface VendorApi {
  vendor: Vendor
  /** Title in the OpenAPI document. */
  title: string
  /** Paths of the vendor's hosts on the sandbox, e.g. `['/tech']`; the OpenAPI document uses the first. */
  hosts: string[]
  /** Beginning of every path of the API below the host, e.g. `/v2`. */
  base: string
  routes: Route[]
  /** Routes of an earlier version of the API, below the host, which are not emulated. */
  olderRoutes?: OlderRoute[]
  authenticate: Authenticate
  /** Responds to requests that the vendor's server rejects before routing. */
  guard?: (parameters: { context: Context; account: Account }) => Response | undefined
  /** Security scheme in the OpenAPI document. */
  securityScheme: Record<string, unknown>
  /** Responds with an error in the vendor's format. `account` is `undefined` for an unauthenticated request. */
  refuse: (parameters: { context: Context; refusal: Refusal; account: Account | undefined }) => Response
  /** The error for a missing or wrong key. */
  unauthorized: Unauthorized
  /** The error for a body that is not JSON. */
  notJson: Refusal
  /** True for the value of an optional field that counts as a missing one, e.g. null. @default never */
  isAbsent?: (parameters: { value: unknown; quirks: Quirks }) => boolean
  /** The error for a body or query that breaks its schema. */
  refuseInput: (error: z.ZodError) => Refusal
  /** True where a body may be a form instead of JSON. @default false */
  readsForms?: boolean
  /** The error for unknown fields in a body; `undefined` if all of them are ignored. @default all are ignored */
  refuseUnknown?: (parameters: { fields: string[]; quirks: Quirks }) => Refusal | undefined
}
