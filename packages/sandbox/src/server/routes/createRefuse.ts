import type { Context } from 'hono'
import { type Refusal, respondError } from '../http/respondError.ts'
import type { VendorApi } from './vendorApi.ts'

/**
 * Creates a function that rejects a request before routing, with an error in the format of the vendor it was sent to,
 * or in the sandbox's own.
 */
export function createRefuse(vendorApis: VendorApi[]) {
  return (context: Context, refusal: Refusal): Response => {
    const api = findApi(vendorApis, context.req.path)
    return api ? api.refuse({ context, refusal, account: undefined }) : respondError(context, refusal)
  }
}

/** Finds the API that a path belongs to. */
export function findApi(vendorApis: VendorApi[], path: string): VendorApi | undefined {
  return vendorApis.find(({ hosts, base }) => hosts.some((host) => path.startsWith(`${host}${base}/`)))
}
