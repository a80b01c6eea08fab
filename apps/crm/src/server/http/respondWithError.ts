import type { Context } from 'hono'
import { type ApiErrorBody, apiErrorStatuses } from '../../api/apiError.ts'

/** Responds with an error, in the API's error format. */
export function respondWithError(
  context: Context,
  { code, message, fields, current }: ApiErrorBody['error'],
): Response {
  const body: ApiErrorBody = {
    error: { code, message, ...(fields && { fields }), ...(current !== undefined && { current }) },
  }
  return context.json(body, apiErrorStatuses[code])
}
