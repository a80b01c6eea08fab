import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod/mini'
import { ApiError } from '../errors.ts'
import { answerError } from './answerError.ts'

/** Refuses bodies that are larger than anything the API takes. */
export const limitBody = bodyLimit({
  maxSize: 16_384,
  onError: (context) => answerError(context, { code: 'too_large', message: 'The request is larger than 16 kB.' }),
})

/** Reads a JSON body. @throws {ApiError} saying which fields are wrong. */
export async function readBody<Body>(context: Context, schema: z.ZodMiniType<Body>): Promise<Body> {
  const result = schema.safeParse(await readJson(context))
  if (result.success) return result.data
  const fields = Object.fromEntries(
    result.error.issues.map(({ path, message }) => [path.join('.') || 'body', message]).reverse(), // The first one wins.
  )
  throw new ApiError({ code: 'invalid_request', message: 'Something is missing or not right.', fields })
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
    throw new ApiError({ code: 'invalid_request', message: 'The body is not JSON.' })
  }
}
