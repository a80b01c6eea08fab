import { Hono } from 'hono'
import { answerRequest } from './answerRequest.ts'
import type { MountOptions } from './asked.ts'
import type { VendorApi } from './vendorApi.ts'

/** Turns a vendor's declared routes into an app that answers below its hosts. */
export function mountVendor(api: VendorApi, options: MountOptions): Hono {
  const app = new Hono({ strict: false })
  for (const host of api.hosts) {
    for (const route of api.routes) {
      app.on(route.method, host + route.path, (context) => answerRequest({ api, route, context, ...options }))
    }
    app.all(`${host}${api.base}/*`, (context) => answerRequest({ api, route: undefined, context, ...options }))
  }
  return app
}
