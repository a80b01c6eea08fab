import { type Operation, routes } from '@crm-chat/protocol'
import { OperationError } from '../errors.ts'

const operations = Object.keys(routes) as Operation[] // Object.keys forgets the key type.

/**
 * Finds the operation of a request. Paths are compared as they are, without decoding.
 * @throws {OperationError} `not_found` or `method_not_allowed`.
 */
export function matchRoute({ request, basePath }: { request: Request; basePath: string }): Operation {
  const { pathname } = new URL(request.url)
  const operation = operations.find((name) => pathname === basePath + routes[name].path)
  if (!operation) throw new OperationError({ code: 'not_found', message: 'There is no such operation.' })
  const { method } = routes[operation]
  if (request.method !== method) {
    throw new OperationError({
      code: 'method_not_allowed',
      message: `This operation allows ${method} only.`,
      allow: method,
    })
  }
  return operation
}
