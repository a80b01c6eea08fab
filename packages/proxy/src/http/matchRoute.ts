import { type Operation, routes } from '@crm-chat/protocol'
import { OperationError } from '../errors.ts'

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

/**
 * Finds the operation of a request. Paths are compared as they are, without decoding.
 * @throws {OperationError} `not_found` or `method_not_allowed`.
 */
export function matchRoute({ request, basePath }: { request: Request; basePath: string }): Operation {
  const { pathname } = new URL(request.url)
  const segments = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length).split('/') : []
  const fitting = candidates.filter((candidate) => fits({ candidate, segments }))
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

/** True if each segment is the operation's own, or stands for one of its parameters. */
function fits({ candidate, segments }: { candidate: Candidate; segments: string[] }): boolean {
  return (
    candidate.segments.length === segments.length &&
    candidate.segments.every(
      (part, index) => part === segments[index] || (part.startsWith(':') && segments[index] !== ''),
    )
  )
}
