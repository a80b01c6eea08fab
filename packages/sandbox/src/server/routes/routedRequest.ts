import type { Endpoint } from '@crm-chat/vendors/endpoints'
import type { Context } from 'hono'
import type { Accounts } from '../account.ts'
import type { Route } from './route.ts'
import type { VendorApi } from './vendorApi.ts'

/** Dependencies of mounted routes. */
export interface MountOptions {
  accounts: Accounts
  /** Origin of the sandbox, known once it listens. */
  origin: () => string
}

/** A request to a vendor's API, with its route and everything needed to respond to it. */
export interface RoutedRequest extends MountOptions {
  api: VendorApi
  /** `undefined` for an address the vendor does not have. */
  route: Route | undefined
  /** Endpoint that replaces the route, if it is one of an earlier version of the API. */
  successor?: Endpoint
  context: Context
}
