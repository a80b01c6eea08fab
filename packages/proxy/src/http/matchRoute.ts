import { type Operation, routes } from '@crm-chat/protocol'
import { OperationError } from '../errors.ts'

/** A path of the contract, with its operations by method. */
interface Route {
  segments: string[]
  operations: Map<string, Operation>
}

/** A path's operations by method, and the values of its parameters. */
export interface RouteMatch {
  operations: ReadonlyMap<string, Operation>
  params: Readonly<Record<string, string>>
}

const routesByPath = groupRoutes()

/** A path that a server or a framework may read as another one: dot segments, empty segments, hidden slashes and dots. */
const ambiguous = /\\|\/\/|\/\.{1,2}(\/|$)|%2e|%2f|%5c|%00/i

/**
 * Finds the operations of a path, by method. Paths are compared as they arrived, without decoding. One slash at the end is
 * allowed: some frameworks add it to all of their paths.
 * @throws {OperationError} `not_found`
 */
export function matchPath({
  target,
  basePath,
}: {
  /** Path and query. */
  target: string
  basePath: string
}): RouteMatch {
  const path = pathOf(target)
  const isOurs = path.startsWith(basePath) && path[basePath.length] === '/' && !ambiguous.test(path)
  const own = isOurs ? findRoute(path.slice(basePath.length, path.endsWith('/') ? -1 : undefined)) : undefined
  if (own) return own
  throw noSuchOperation()
}

/** Makes the error of an unknown path. */
export function noSuchOperation(): OperationError {
  return new OperationError({ code: 'not_found', message: 'There is no such operation.' })
}

/** Finds the operation of a method; `HEAD` is a `GET`, but for the stream, which never ends. @throws {OperationError} `method_not_allowed` */
export function matchMethod({
  operations,
  method,
}: {
  operations: ReadonlyMap<string, Operation>
  method: string
}): Operation {
  const own = operations.get(method === 'HEAD' && hasHead(operations) ? 'GET' : method)
  if (own) return own
  const allow = listMethods(operations)
  throw new OperationError({ code: 'method_not_allowed', message: `This operation allows ${allow} only.`, allow })
}

/** Lists the methods of a path, e.g. for the `Allow` header. */
export function listMethods(operations: ReadonlyMap<string, Operation>): string {
  return [...operations.keys(), ...(hasHead(operations) ? ['HEAD'] : [])].join(', ')
}

function hasHead(operations: ReadonlyMap<string, Operation>): boolean {
  return operations.has('GET') && operations.get('GET') !== 'events'
}

function pathOf(target: string): string {
  const end = target.search(/[?#]/)
  return end < 0 ? target : target.slice(0, end)
}

/** `path` is below the base path. */
function findRoute(path: string): RouteMatch | undefined {
  const own = routesByPath.get(path)
  if (own) return { operations: own.operations, params: {} }
  const segments = path.split('/')
  const route = [...routesByPath.values()].find((each) => fits({ route: each, segments }))
  return route && { operations: route.operations, params: readParams({ route, segments }) }
}

/** @throws {OperationError} `not_found` for a value that no id has. */
function readParams({ route, segments }: { route: Route; segments: string[] }): Record<string, string> {
  const params: Record<string, string> = {}
  for (const [index, part] of route.segments.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodeId(segments[index] ?? '')
  }
  return params
}

/** Characters of ids: none of them means anything in a path or a header. */
const idForm = /^[\p{L}\p{N}._~:@+=!$,;*'()-]{1,200}$/u

function decodeId(segment: string): string {
  try {
    const id = decodeURIComponent(segment)
    if (idForm.test(id) && id !== '.' && id !== '..') return id
  } catch {} // Percent signs that encode nothing.
  throw noSuchOperation()
}

/** True if each segment is the route's own, or stands for one of its parameters. */
function fits({ route, segments }: { route: Route; segments: string[] }): boolean {
  return (
    route.segments.length === segments.length &&
    route.segments.every((part, index) => part === segments[index] || (part.startsWith(':') && segments[index] !== ''))
  )
}

function groupRoutes(): Map<string, Route> {
  const grouped = new Map<string, Route>()
  for (const [name, { method, path }] of Object.entries(routes)) {
    const route = grouped.get(path) ?? { segments: path.split('/'), operations: new Map() }
    route.operations.set(method, name as Operation) // Object.entries forgets the key type.
    grouped.set(path, route)
  }
  return grouped
}
