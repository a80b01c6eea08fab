import type { Context } from 'hono'
import { type ApiErrorBody, type ApiErrorCode, apiErrorStatuses } from '../../api/apiError.ts'

/** Responds with an error, in the API's error format. */
export function respondWithError(
  context: Context,
  { code, message, fields }: { code: ApiErrorCode; message: string; fields?: Record<string, string> | undefined },
): Response {
  const body: ApiErrorBody = { error: { code, message, ...(fields ? { fields } : {}) } }
  return context.json(body, apiErrorStatuses[code])
}
