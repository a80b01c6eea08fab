import type { Context, HonoRequest, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod/mini'
import { toFieldProblem } from '../../api/fieldProblem.ts'
import { ApiError } from '../errors.ts'
import { respondWithError } from './respondWithError.ts'

/** Rejects bodies above this size. */
export function limitBody({ maxBytes }: { maxBytes: number }): MiddlewareHandler {
  const message = `The request is larger than ${Math.floor(maxBytes / 1_000)} kB.`
  const limit = bodyLimit({
    maxSize: maxBytes,
    onError: (context) => respondWithError(context, { code: 'too_large', message }),
  })
  return (context, next) => (hasBody(context.req) ? limit(context, next) : next())
}

/** A request without a body, like most deletions, has neither header. */
function hasBody(request: HonoRequest): boolean {
  return request.header('content-length') !== undefined || request.header('transfer-encoding') !== undefined
}

/** Reads a JSON body. @throws {ApiError} naming the invalid fields. */
export async function readBody<Body>(context: Context, schema: z.ZodMiniType<Body>): Promise<Body> {
  const result = schema.safeParse(await readJson(context))
  if (result.success) return result.data
  throw toInvalidRequest(result.error)
}

/** Makes the error that names every invalid field of a body or a query. */
export function toInvalidRequest(error: z.core.$ZodError): ApiError {
  const fields = Object.fromEntries(
    error.issues.map((issue) => [issue.path.join('.') || 'body', toFieldProblem(issue)]).reverse(), // The first one wins.
  )
  return new ApiError({ code: 'invalid_request', message: 'Some fields are missing or invalid.', fields })
}

async function readJson(context: Context): Promise<unknown> {
  const type = context.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiError({
      code: 'invalid_request',
      message: 'The body must be JSON, with content-type application/json.',
    })
  }
  try {
    return await context.req.json()
  } catch {
    throw new ApiError({ code: 'invalid_request', message: 'The body is not valid JSON.' })
  }
}
