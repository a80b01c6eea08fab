import { type Operation, requestHeader, routes } from '@crm-chat/protocol'
import { ChatError } from '../ChatError.ts'
import type { ChatHttp } from './chatHttp.ts'
import { toChatError } from './toChatError.ts'

/** One request to the proxy. */
export interface OperationRequest {
  operation: Operation
  body?: unknown
  /** @default 'application/json' */
  accept?: string
  /** Additional headers. */
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

/**
 * Sends the request of an operation and returns the response if it is a success.
 * @throws {ChatError} for any other response and for none; an aborted `signal` rejects with its own reason.
 */
export async function fetchOperation(http: ChatHttp, request: OperationRequest): Promise<Response> {
  const { method, path } = routes[request.operation]
  const response = await responseOf(http.fetch(`${http.endpoint}${path}`, toInit({ http, request, method })), request)
  if (response.ok) return response
  throw await toChatError({ response, what: `${method} ${http.endpoint}${path}` })
}

function toInit({ http, request, method }: { http: ChatHttp; request: OperationRequest; method: string }): RequestInit {
  const { body, accept = 'application/json', headers, signal } = request
  return {
    method,
    headers: {
      ...headers,
      accept,
      [requestHeader.name]: requestHeader.value,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    cache: 'no-store',
    credentials: http.credentials,
    ...(signal ? { signal } : {}),
  }
}

async function responseOf(sent: Promise<Response>, { operation, signal }: OperationRequest): Promise<Response> {
  try {
    return await sent
  } catch (cause) {
    signal?.throwIfAborted()
    throw new ChatError({
      code: 'network',
      message: `The chat proxy could not be reached for "${operation}".`,
      retryable: true,
      cause,
    })
  }
}
