import { findNearest } from '../../store/input/findNearest.ts'
import type { FixtureBody } from './fixture.ts'
import type { NamedFixture } from './readFixtures.ts'
import { toBodyShape } from './toBodyShape.ts'

/** A request to a replay. */
export interface ReplayedRequest {
  method: string
  route: string
  path: string
  query: string[]
  body: FixtureBody
}

/** Finds responses to requests. */
export interface Matcher {
  /** The recorded response to a request; the next one if it is repeated. */
  find: (request: ReplayedRequest) => NamedFixture<'http'> | undefined
  /** The fixture that comes closest, and what differs. */
  findNearest: (request: ReplayedRequest) => { file: string; method: string; path: string; differs: string } | undefined
}

/** Creates a matcher: method, route, names of the query and shape of the body must be the same. */
export function createMatcher(fixtures: NamedFixture<'http'>[]): Matcher {
  const byRequest = new Map<string, NamedFixture<'http'>[]>()
  for (const fixture of fixtures) {
    const key = toKey(toRequest(fixture))
    byRequest.set(key, [...(byRequest.get(key) ?? []), fixture])
  }
  /** Number of responses that were given, by key and path. */
  const given = new Map<string, number>()

  return {
    find(request) {
      const key = toKey(request)
      const all = byRequest.get(key) ?? []
      const exact = all.filter((fixture) => fixture.request.path === request.path)
      const [first] = all
      const path = exact.length > 0 ? request.path : (first?.request.path ?? '')
      const responses = all.filter((fixture) => fixture.request.path === path)
      const place = `${key}\0${path}`
      const index = given.get(place) ?? 0
      given.set(place, index + 1)
      return responses[Math.min(index, responses.length - 1)]
    },
    findNearest(request) {
      const lines = fixtures.map((fixture) => toLine(toRequest(fixture)))
      const line = findNearest({ text: toLine(request), known: lines })
      const fixture = fixtures[line === undefined ? -1 : lines.indexOf(line)]
      return (
        fixture && {
          file: fixture.file,
          method: fixture.request.method,
          path: fixture.request.path,
          differs: describeDifference(toRequest(fixture), request),
        }
      )
    },
  }
}

function toRequest({ request }: NamedFixture<'http'>): ReplayedRequest {
  return { ...request, query: Object.keys(request.query) }
}

function toKey({ method, route, query, body }: ReplayedRequest): string {
  return JSON.stringify([method, route, query.toSorted(), toBodyShape(body)])
}

function toLine({ method, route, body }: ReplayedRequest): string {
  return `${method} ${route} ${toBodyShape(body)}`
}

function describeDifference(recorded: ReplayedRequest, request: ReplayedRequest): string {
  if (recorded.method !== request.method) return 'the method'
  if (recorded.route !== request.route) return 'the path'
  if (recorded.query.toSorted().join() !== request.query.toSorted().join())
    return `the query: recorded ${recorded.query.join(', ') || 'none'}, now ${request.query.join(', ') || 'none'}`
  return `the body: recorded ${toBodyShape(recorded.body)}, now ${toBodyShape(request.body)}`.slice(0, 1_000)
}
