import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod/mini'
import { ApiError } from '../errors.ts'
import { respondWithError } from './respondWithError.ts'

/** Rejects bodies above the size limit. */
export const limitBody = bodyLimit({
  maxSize: 16_384,
  onError: (context) => respondWithError(context, { code: 'too_large', message: 'The request is larger than 16 kB.' }),
})

/** Reads a JSON body. @throws {ApiError} naming the invalid fields. */
export async function readBody<Body>(context: Context, schema: z.ZodMiniType<Body>): Promise<Body> {
  const result = schema.safeParse(await readJson(context))
  if (result.success) return result.data
  const fields = Object.fromEntries(
    result.error.issues.map(({ path, message }) => [path.join('.') || 'body', message]).reverse(), // The first one wins.
  )
  throw new ApiError({ code: 'invalid_request', message: 'Some fields are missing or invalid.', fields })
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
