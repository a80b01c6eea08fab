import type { Context } from 'hono'
import { findNearest } from '../http/findNearest.ts'
import type { Refusal } from '../http/respondError.ts'
import type { VendorApi } from './vendorApi.ts'

/** The answer to what a vendor has not: it names the route that comes closest. */
export function refuseUnknownRoute({ api, context }: { api: VendorApi; context: Context }): Refusal {
  const wanted = `${context.req.method} ${context.req.path}`
  const known = api.hosts.flatMap((host) => api.routes.map(({ method, path }) => `${method} ${host}${path}`))
  return {
    status: 501,
    code: 'NOT_IMPLEMENTED',
    description: `The sandbox has no ${wanted.slice(0, 200)}. The nearest it has is ${findNearest({ text: wanted, known })}.`,
  }
}
