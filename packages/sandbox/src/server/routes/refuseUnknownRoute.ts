import type { Refusal } from '../http/respondError.ts'
import { findNearestRoute } from './findNearestRoute.ts'
import type { RoutedRequest } from './routedRequest.ts'

/** Creates the error for a route that the vendor does not have. It names the one that was probably meant. */
export function refuseUnknownRoute(request: Pick<RoutedRequest, 'api' | 'context' | 'successor'>): Refusal {
  const { api, context, successor } = request
  const requested = `${context.req.method} ${context.req.path}`
  if (context.req.path.includes('//') && api.vendor !== 'whatomate') return refuseSlashes(requested)
  const missing = `The sandbox has no ${requested.slice(0, 200)}`
  if (successor) {
    const route = `${successor.method} ${api.hosts[0]}${successor.path}`
    return notImplemented(`${missing}, which is of an earlier version of the API. Its successor is ${route}.`)
  }
  const { method, path } = context.req
  const nearest = findNearestRoute({ api, wanted: { method, path } })
  return notImplemented(
    nearest
      ? `${missing}. The nearest it has is ${nearest.method} ${nearest.path}.`
      : `${missing}, and nothing about it; its routes are listed at /_sandbox/openapi/${api.vendor}.json.`,
  )
}

/** Rejects several slashes in a row. The vendor's response is unknown; see `docs/unknown.md`. */
function refuseSlashes(requested: string): Refusal {
  const meant = requested.replaceAll(/\/{2,}/g, '/').slice(0, 200)
  const description = `There is no ${requested.slice(0, 200)}. Write one slash instead of several: ${meant}.`
  return { status: 404, code: 'NOT_FOUND', description }
}

function notImplemented(description: string): Refusal {
  return { status: 501, code: 'NOT_IMPLEMENTED', description }
}
