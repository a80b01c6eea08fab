import type { Context } from 'hono'
import { type ApiErrorBody, type ApiErrorCode, apiErrorStatuses } from '../../api/apiError.ts'

/** Answers with the one shape of the API's errors. */
export function answerError(
  context: Context,
  { code, message, fields }: { code: ApiErrorCode; message: string; fields?: Record<string, string> | undefined },
): Response {
  const body: ApiErrorBody = { error: { code, message, ...(fields ? { fields } : {}) } }
  return context.json(body, apiErrorStatuses[code])
}
