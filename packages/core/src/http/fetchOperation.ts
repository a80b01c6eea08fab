import { requestHeader } from '@crm-chat/protocol/wire/routes'
import { failToExplain } from '../lightErrors.ts'
import type { ChatHttp } from './chatHttp.ts'
import type { OperationRequest } from './operationRequest.ts'

/**
 * Sends the request of an operation and returns the response if it is a success. Rejects as `fetch` does where none comes.
 * @throws {ChatError} for any other response
 */
export async function fetchOperation(http: ChatHttp, request: OperationRequest): Promise<Response> {
  const { operation, path = operation, body, accept = 'application/json', headers, signal = null } = request
  const json = body === undefined ? undefined : { 'content-type': 'application/json' }
  const response = await http.fetch(`${http.endpoint}/${path}`, {
    method: json ? 'POST' : 'GET',
    headers: { ...headers, ...json, accept, [requestHeader.name]: requestHeader.value },
    body: json ? JSON.stringify(body) : null,
    cache: 'no-store',
    credentials: http.credentials,
    signal,
  })
  if (response.ok) return response
  const { failures } = await import('./failures.ts').catch(failToExplain)
  throw await failures.toChatError({ response, what: `"${operation}"` })
}
