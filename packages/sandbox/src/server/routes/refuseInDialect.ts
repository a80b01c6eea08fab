import type { Context } from 'hono'
import { type Refusal, respondError } from '../http/respondError.ts'
import type { VendorApi } from './vendorApi.ts'

/** Refuses a request before any route sees it, in the dialect of the vendor it was sent to, otherwise in our own. */
export function refuseInDialect(vendorApis: VendorApi[]) {
  return (context: Context, refusal: Refusal): Response => {
    const api = vendorApis.find(({ hosts, base }) =>
      hosts.some((host) => context.req.path.startsWith(`${host}${base}/`)),
    )
    return api ? api.refuse({ context, refusal, account: undefined }) : respondError(context, refusal)
  }
}
