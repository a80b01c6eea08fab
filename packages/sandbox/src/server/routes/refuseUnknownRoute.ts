import { findNearest } from '../http/findNearest.ts'
import type { Refusal } from '../http/respondError.ts'
import type { RoutedRequest } from './routedRequest.ts'

/** Creates the error for a route that the vendor does not have. It names the nearest one. */
export function refuseUnknownRoute(request: Pick<RoutedRequest, 'api' | 'context' | 'successor'>): Refusal {
  const { api, context, successor } = request
  const requested = `${context.req.method} ${context.req.path}`
  if (context.req.path.includes('//') && api.vendor !== 'whatomate') return refuseSlashes(requested)
  const missing = `The sandbox has no ${requested.slice(0, 200)}`
  if (successor) {
    const route = `${successor.method} ${api.hosts[0]}${successor.path}`
    return notImplemented(`${missing}, which is of an earlier version of the API. Its successor is ${route}.`)
  }
  const known = api.hosts.flatMap((host) => api.routes.map(({ method, path }) => `${method} ${host}${path}`))
  return notImplemented(`${missing}. The nearest it has is ${findNearest({ text: requested, known })}.`)
}

/** What the vendor does about several slashes in a row is unknown; see `docs/unknown.md`. */
function refuseSlashes(requested: string): Refusal {
  const meant = requested.replaceAll(/\/{2,}/g, '/').slice(0, 200)
  const description = `There is no ${requested.slice(0, 200)}. Write one slash instead of several: ${meant}.`
  return { status: 404, code: 'NOT_FOUND', description }
}

function notImplemented(description: string): Refusal {
  return { status: 501, code: 'NOT_IMPLEMENTED', description }
}
