import { requestHeader } from '@crm-chat/protocol/wire/routes'
import { ChatError } from '../ChatError.ts'
import type { ChatHttp } from './chatHttp.ts'
import { toChatError } from './toChatError.ts'

/** One request to the proxy. */
export interface OperationRequest {
  /** An operation whose path is its name: `POST` with a body, `GET` without one. */
  operation: 'session' | 'window' | 'unanswered' | 'events'
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
  const { operation, signal } = request
  const url = `${http.endpoint}/${operation}`
  const init = toInit(http, request)
  const response = await http.fetch(url, init).catch((cause) => {
    signal?.throwIfAborted()
    const message = `The chat proxy could not be reached for "${operation}".`
    throw new ChatError({ code: 'network', message, retryable: true, cause })
  })
  if (response.ok) return response
  throw await toChatError({ response, what: `${init.method} ${url}` })
}

function toInit({ credentials }: ChatHttp, request: OperationRequest): RequestInit {
  const { body, accept = 'application/json', headers, signal = null } = request
  const own = { ...headers, accept, [requestHeader.name]: requestHeader.value }
  const common = { cache: 'no-store', credentials, signal } as const
  if (body === undefined) return { ...common, method: 'GET', headers: own }
  const withBody = { ...own, 'content-type': 'application/json' }
  return { ...common, method: 'POST', headers: withBody, body: JSON.stringify(body) }
}
