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
    for (const { route, successor } of api.olderRoutes ?? []) {
      const [method = '', path = ''] = route.split(' ')
      app.on(method, host + path, (context) =>
        respondToRequest({ api, route: undefined, successor, context, ...options }),
      )
    }
    // Where there is an earlier version, everything below the host is the API's.
    const below = api.olderRoutes ? host : host + api.base
    app.all(`${below}/*`, (context) => respondToRequest({ api, route: undefined, context, ...options }))
  }
  return app
}
