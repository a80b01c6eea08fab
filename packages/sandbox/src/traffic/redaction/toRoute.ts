import { vendorPaths } from './vocabulary.ts'

/** Places of the vendors' APIs below the address of a sandbox. */
const prefixes = ['', '/tech', '/integrations', '/whatomate']

const routes = prefixes
  .flatMap((prefix) => vendorPaths.map((path) => `${prefix}${path}`))
  .map((route) => ({ route, pattern: toPattern(route), parameters: route.split(':').length }))
  .toSorted((a, b) => a.parameters - b.parameters)

/** Finds the vendor's route of a path: `/v2/users/7` → `/v2/users/:id`. */
export function toRoute(path: string): string | undefined {
  const [pathname = ''] = path.split(/[?#]/)
  return routes.find(({ pattern }) => pattern.test(pathname))?.route
}

function toPattern(route: string): RegExp {
  const escaped = route.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll(/:\w+/g, '[^/]+')}/?$`)
}
