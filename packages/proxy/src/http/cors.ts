import { fileNameHeader, requestHeader, visibilityHeader } from '@crm-chat/protocol'
import type { ChatRequest, ChatResponse } from './exchange.ts'
import { responseHeaders } from './respond.ts'

/** Adds the headers by which a page of an allowed origin may read a response; pages of other origins get none. */
export function withCors({
  response,
  request,
  allowedOrigins,
}: {
  response: ChatResponse
  request: ChatRequest
  allowedOrigins: readonly string[]
}): ChatResponse {
  if (allowedOrigins.length === 0) return response
  const origin = request.header('origin')
  if (origin === undefined || !allowedOrigins.includes(origin)) return response
  const headers = {
    ...response.headers,
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after, x-request-id',
  }
  return { ...response, headers }
}

/** Returns true for the request by which a browser asks if a page of an allowed origin may send another one. */
export function isPreflight({
  request,
  allowedOrigins,
}: {
  request: ChatRequest
  allowedOrigins: readonly string[]
}): boolean {
  if (request.method !== 'OPTIONS' || request.header('access-control-request-method') === undefined) return false
  const origin = request.header('origin')
  return origin !== undefined && allowedOrigins.includes(origin)
}

/** Makes the response to a preflight: pages may send what the widget sends. */
export function toPreflightResponse({ methods, requestId }: { methods: string; requestId: string }): ChatResponse {
  return {
    status: 204,
    headers: {
      ...responseHeaders,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': `content-type, ${requestHeader.name}, ${visibilityHeader}, ${fileNameHeader}`,
      'access-control-max-age': '600',
      'x-request-id': requestId,
    },
    body: '',
  }
}
