import { type ErrorBody, type ErrorCode, errorStatuses } from '@crm-chat/protocol'
import type { OperationError } from '../errors.ts'

/** Headers of every response: it belongs to one user and one page, and its content type is not to be guessed. */
export const responseHeaders = {
  'cache-control': 'no-store',
  vary: 'origin, sec-fetch-site',
  'x-content-type-options': 'nosniff',
} as const

const retryableCodes: readonly ErrorCode[] = ['rate_limited', 'internal', 'upstream_unavailable', 'upstream_timeout']

/** Makes a successful response in JSON. */
export function toJsonResponse({ body, requestId }: { body: object; requestId: string }): Response {
  return Response.json(body, { headers: { ...responseHeaders, 'x-request-id': requestId } })
}

/** Makes the response that reports an error. */
export function toErrorResponse({ error, requestId }: { error: OperationError; requestId: string }): Response {
  const { code, message, retryAfterMs, allow } = error
  const body: ErrorBody = {
    error: {
      code,
      message,
      requestId,
      retryable: retryableCodes.includes(code),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
  }
  const headers = new Headers({ ...responseHeaders, 'x-request-id': requestId })
  if (retryAfterMs !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterMs / 1000)))
  if (allow !== undefined) headers.set('allow', allow)
  return Response.json(body, { status: errorStatuses[code], headers })
}
