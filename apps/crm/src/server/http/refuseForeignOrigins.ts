import type { MiddlewareHandler } from 'hono'
import { respondWithError } from './respondWithError.ts'

/** Rejects requests that change data unless they come from a page of this host. */
export const refuseForeignOrigins: MiddlewareHandler = async (context, next) => {
  const { method } = context.req
  if (method === 'GET' || method === 'HEAD' || isOwnPage(context.req.raw.headers)) return next()
  return respondWithError(context, {
    code: 'foreign_origin',
    message: 'Requests from other sites are not allowed.',
  })
}

/** Browsers send an origin with every POST. A client without one is not a browser, so its cookies are its own. */
function isOwnPage(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  return origin === null || isPageOf(headers.get('host'), origin)
}

/** True for a page that this host served. An app or extension of the same name has another scheme. */
function isPageOf(host: string | null, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.host === host?.toLowerCase()
}
