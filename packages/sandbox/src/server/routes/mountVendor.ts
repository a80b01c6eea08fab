import { Hono } from 'hono'
import { respondToRequest } from './respondToRequest.ts'
import type { MountOptions } from './routedRequest.ts'
import type { VendorApi } from './vendorApi.ts'

/** Creates an app that serves a vendor's declared routes below its hosts. */
export function mountVendor(api: VendorApi, options: MountOptions): Hono {
  const app = new Hono({ strict: false })
  for (const host of api.hosts) {
    for (const route of api.routes) {
      app.on(route.method, host + route.path, (context) => respondToRequest({ api, route, context, ...options }))
    }
    app.all(`${host}${api.base}/*`, (context) => respondToRequest({ api, route: undefined, context, ...options }))
  }
  return app
}
