import type { Context } from 'hono'
import { findNearest } from '../http/findNearest.ts'
import type { Refusal } from '../http/respondError.ts'
import type { VendorApi } from './vendorApi.ts'

/** Creates the error for a route that the vendor does not have. It names the nearest one. */
export function refuseUnknownRoute({ api, context }: { api: VendorApi; context: Context }): Refusal {
  const requested = `${context.req.method} ${context.req.path}`
  const known = api.hosts.flatMap((host) => api.routes.map(({ method, path }) => `${method} ${host}${path}`))
  return {
    status: 501,
    code: 'NOT_IMPLEMENTED',
    description: `The sandbox has no ${requested.slice(0, 200)}. The nearest it has is ${findNearest({ text: requested, known })}.`,
  }
}
