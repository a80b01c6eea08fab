import type { ErrorBody } from '../errors.ts'

/** Reads the body of a response that is not a success, as {@link errorBodySchema} does; undefined for anything else. */
export function parseErrorBody(data: unknown): ErrorBody | undefined {
  const { code, message, requestId, retryable, retryAfterMs } = Object(Object(data).error)
  const isError = [code, message, requestId].every((word) => typeof word === 'string') && typeof retryable === 'boolean'
  if (!isError || (retryAfterMs !== undefined && !(Number.isFinite(retryAfterMs) && retryAfterMs >= 0))) return
  return { error: { code, message, requestId, retryable, ...(retryAfterMs !== undefined && { retryAfterMs }) } }
}
