import { requestHeader } from '@crm-chat/protocol/wire/routes'
import { failToExplain } from '../lightErrors.ts'
import type { ChatHttp } from './chatHttp.ts'
import type { OperationRequest } from './operationRequest.ts'

/**
 * Sends the request of an operation and returns the response if it is a success. Rejects as `fetch` does where none comes.
 * @throws {ChatError} for any other response
 */
export async function fetchOperation(http: ChatHttp, request: OperationRequest): Promise<Response> {
  const { operation, path = operation, method, body, accept = 'application/json', headers, signal = null } = request
  const isJson = body !== undefined && !(body instanceof Blob)
  const { onUpload } = request
  const url = `${http.endpoint}/${path}`
  const init = {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...headers,
      ...(isJson && { 'content-type': 'application/json' }),
      accept,
      [requestHeader.name]: requestHeader.value,
    },
    body: isJson ? JSON.stringify(body) : ((body as Blob | undefined) ?? null), // What is no JSON is a blob.
    cache: 'no-store',
    credentials: http.credentials,
    signal,
  } as const
  const response =
    onUpload && !http.hasOwnFetch
      ? await (await import('./fetchWithProgress.ts').catch(failToExplain)).fetchWithProgress({ url, init, onUpload })
      : await http.fetch(url, init)
  if (response.ok) return response
  const { failures } = await import('./failures.ts').catch(failToExplain)
  throw await failures.toChatError({ response, what: `"${operation}"` })
}
