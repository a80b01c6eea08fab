import { type ErrorBody, type ErrorCode, errorStatuses } from '@crm-chat/protocol'
import type { OperationError } from '../errors.ts'
import type { ChatResponse } from './exchange.ts'

/** Headers of every response: it belongs to one user and one page, and its content type is not to be guessed. */
export const responseHeaders = {
  'cache-control': 'no-store',
  vary: 'origin, sec-fetch-site',
  'x-content-type-options': 'nosniff',
} as const

const retryableCodes: readonly ErrorCode[] = [
  'rate_limited',
  'internal',
  'identity_unavailable',
  'busy',
  'upstream_unavailable',
  'upstream_timeout',
]

/** Makes a successful response in JSON, or one without a body. */
export function toJsonResponse({
  body,
  requestId,
  status = 200,
}: {
  body: object | undefined
  requestId: string
  status?: number
}): ChatResponse {
  if (body !== undefined) return { status, headers: jsonHeaders(requestId), body: JSON.stringify(body) }
  return { status, headers: { ...responseHeaders, 'x-request-id': requestId }, body: '' }
}

/** Makes the response that reports an error. */
export function toErrorResponse({ error, requestId }: { error: OperationError; requestId: string }): ChatResponse {
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
  const headers = jsonHeaders(requestId)
  if (retryAfterMs !== undefined) headers['retry-after'] = String(Math.ceil(retryAfterMs / 1000))
  if (allow !== undefined) headers.allow = allow
  return { status: errorStatuses[code], headers, body: JSON.stringify(body) }
}

function jsonHeaders(requestId: string): Record<string, string> {
  // Written out: to spread one object into another takes longer than all checks of a request together.
  return {
    'cache-control': responseHeaders['cache-control'],
    vary: responseHeaders.vary,
    'x-content-type-options': responseHeaders['x-content-type-options'],
    'content-type': 'application/json',
    'x-request-id': requestId,
  }
}
