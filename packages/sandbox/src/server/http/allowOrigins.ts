import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'

/**
 * Lets web pages of any origin call the vendors' routes, as the vendors do: their own sample of the counter runs in a page.
 * A preflight has no key, and needs none. The sandbox's other routes, above all those that control it, are for its own
 * pages only.
 */
export function allowOrigins(vendorApis: ServedPaths[]): MiddlewareHandler<{ Bindings: HttpBindings }> {
  const prefixes = vendorApis.flatMap(({ hosts, base, olderRoutes }) =>
    hosts.map((host) => `${olderRoutes ? host : host + base}/`),
  )
  return async (context, next) => {
    const { path, method } = context.req
    if (!prefixes.some((prefix) => path.startsWith(prefix))) return next()
    const { outgoing } = context.env // A fault may write to it directly.
    outgoing.setHeader('access-control-allow-origin', '*')
    outgoing.setHeader('access-control-expose-headers', '*')
    if (method !== 'OPTIONS') return next()
    return context.body(null, 204, {
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': context.req.header('access-control-request-headers') ?? '*',
      'access-control-max-age': '600',
      ...(context.req.header('access-control-request-private-network') ? privateNetwork : {}),
    })
  }
}

/** The paths that a vendor's API has in the sandbox: each host followed by the base, or by anything where it has older routes. */
interface ServedPaths {
  hosts: string[]
  base: string
  olderRoutes?: unknown[]
}

/** Chromium asks for it before a page of the internet reaches this machine. */
const privateNetwork = { 'access-control-allow-private-network': 'true' }
