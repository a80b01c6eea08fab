import { type Operation, routes } from '@crm-chat/protocol'
import { OperationError } from '../errors.ts'
import type { ChatRequest } from './exchange.ts'

/** An operation whose path fits. */
interface Candidate {
  operation: Operation
  method: string
  segments: string[]
}

const candidates: Candidate[] = Object.entries(routes).map(([name, { method, path }]) => ({
  operation: name as Operation, // Object.entries forgets the key type.
  method,
  segments: path.split('/'),
}))

/** A path that a server or a framework may read as another one: dot segments, empty segments, hidden slashes and dots. */
const ambiguous = /\\|\/\/|\/\.{1,2}(\/|$)|%2e|%2f|%5c|%00/i

/**
 * Finds the operation of a request. Paths are compared as they arrived, without decoding. One slash at the end is allowed:
 * some frameworks add it to all of their paths.
 * @throws {OperationError} `not_found` or `method_not_allowed`.
 */
export function matchRoute({ request, basePath }: { request: ChatRequest; basePath: string }): Operation {
  const fitting = findCandidates({ path: pathOf(request.target), basePath })
  if (fitting.length === 0) throw new OperationError({ code: 'not_found', message: 'There is no such operation.' })
  const own = fitting.find(({ method }) => method === request.method)
  if (own) return own.operation
  const allow = [...new Set(fitting.map(({ method }) => method))].join(', ')
  throw new OperationError({
    code: 'method_not_allowed',
    message: `This operation allows ${allow} only.`,
    allow,
  })
}

/** Returns the path of a target, as it arrived. */
export function pathOf(target: string): string {
  const end = target.search(/[?#]/)
  return end < 0 ? target : target.slice(0, end)
}

function findCandidates({ path, basePath }: { path: string; basePath: string }): Candidate[] {
  if (!path.startsWith(`${basePath}/`) || ambiguous.test(path)) return []
  const end = path.endsWith('/') ? -1 : undefined
  const segments = path.slice(basePath.length, end).split('/')
  return candidates.filter((candidate) => fits({ candidate, segments }))
}

/** True if each segment is the operation's own, or stands for one of its parameters. */
function fits({ candidate, segments }: { candidate: Candidate; segments: string[] }): boolean {
  return (
    candidate.segments.length === segments.length &&
    candidate.segments.every(
      (part, index) => part === segments[index] || (part.startsWith(':') && segments[index] !== ''),
    )
  )
}
