import { Hono } from 'hono'
import { respondError } from '../http/respondError.ts'
import type { VendorApi } from '../routes/vendorApi.ts'
import { createDocument } from './createDocument.ts'

/** `GET /_sandbox/openapi/:vendor.json`: OpenAPI 3.1 of a vendor's API; `GET /_sandbox/openapi` lists the documents. */
export function serveOpenApi({ vendorApis, origin }: { vendorApis: VendorApi[]; origin: () => string }): Hono {
  const vendors = [...new Set(vendorApis.map(({ vendor }) => vendor))]
  return new Hono({ strict: false })
    .get('/openapi', (context) =>
      context.json({ documents: vendors.map((vendor) => `${origin()}/_sandbox/openapi/${vendor}.json`) }),
    )
    .get('/openapi/:file{.+\\.json}', (context) => {
      const apis = vendorApis.filter(({ vendor }) => `${vendor}.json` === context.req.param('file'))
      if (apis.length > 0) return context.json(createDocument({ apis, origin: origin() }))
      return respondError(context, {
        status: 404,
        code: 'VENDOR_NOT_FOUND',
        description: `There is no such vendor. There are ${vendors.join(', ')}.`,
      })
    })
}
