import type { MiddlewareHandler } from 'hono'
import { respondError } from '../server/http/respondError.ts'

/**
 * Keeps web pages of other origins away from the control API, which has no key: any page in the developer's browser could
 * otherwise post to it. A body must be declared as JSON, which neither a form nor a simple request can do.
 */
export function guardControl(origin: () => string): MiddlewareHandler {
  return async (context, next) => {
    const from = context.req.header('origin')
    const site = context.req.header('sec-fetch-site')
    if ((from !== undefined && from !== origin()) || (site !== undefined && !ownSites.includes(site))) {
      return respondError(context, {
        status: 403,
        code: 'FOREIGN_ORIGIN',
        description: 'The control API does not serve web pages of other origins.',
      })
    }
    if (context.req.method !== 'GET' && !isJson(context.req.header('content-type'))) {
      return respondError(context, {
        status: 415,
        code: 'JSON_ONLY',
        description: 'Send the header "Content-Type: application/json".',
      })
    }
    return next()
  }
}

/** Values that browsers send for a page of the same origin, and for an address typed by a person. */
const ownSites = ['same-origin', 'none']

function isJson(contentType: string | undefined): boolean {
  return /^application\/json(\s*;|$)/i.test(contentType ?? '')
}
