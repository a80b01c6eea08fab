import { Hono } from 'hono'
import { answerRequest } from './answerRequest.ts'
import type { MountOptions } from './asked.ts'
import type { VendorApi } from './vendorApi.ts'

/** Turns a vendor's declared routes into an app that answers below its bases. */
export function mountVendor(api: VendorApi, options: MountOptions): Hono {
  const app = new Hono({ strict: false })
  for (const base of api.bases) {
    for (const route of api.routes) {
      app.on(route.method, base + route.path, (context) => answerRequest({ api, route, context, ...options }))
    }
    app.all(`${base}/*`, (context) => answerRequest({ api, route: undefined, context, ...options }))
  }
  return app
}
