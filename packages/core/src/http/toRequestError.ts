import { ChatError } from '../ChatError.ts'
import type { ChatHttp } from './chatHttp.ts'
import type { OperationRequest } from './operationRequest.ts'

/** Parameters of {@link toRequestError}. */
export interface RequestFailure {
  http: ChatHttp
  request: OperationRequest
  /** Response that was read, if one came. */
  response: Response | undefined
  /** Thing that was thrown, if any. */
  cause: unknown
  /** Aborts at the deadline of the request. */
  deadline: AbortSignal
  /** Ends the request. */
  signal: AbortSignal
}

/** Explains a request that had no response of the proxy. */
export async function toRequestError(failure: RequestFailure): Promise<ChatError> {
  const { http, request, response, cause, deadline } = failure
  const name = `"${request.operation}"`
  if (cause instanceof ChatError) return cause
  if (response && cause === undefined) return toForeignError({ response, name })
  if (!response && (await isSentAway(failure))) return signedOut(`${name} is redirected`)
  const reason = deadline.aborted
    ? `did not respond within ${http.timeoutMs} ms`
    : response
      ? 'broke off its response'
      : 'could not be reached'
  return new ChatError({
    code: 'network',
    message: `The chat proxy ${reason} for ${name}.`,
    retryable: true,
    cause,
  })
}

/** A page in place of the response is a login; anything else is another server's. */
function toForeignError({ response, name }: { response: Response; name: string }): ChatError {
  const type = response.headers.get('content-type') ?? 'no content type'
  const what = `The response for ${name} (${response.status}, ${type})`
  if (type.startsWith('text/html')) return signedOut(`${what} is a page`)
  const message = `${what} is not a chat-proxy response. Is the proxy mounted at this path?`
  return new ChatError({ code: 'invalid_answer', message, retryable: false })
}

/**
 * Returns true where a request is sent to a login of another origin. To a page, this is a failed network: it may not see the
 * response. A browser that is asked not to follow says that there was a redirect.
 */
async function isSentAway({ http, request, cause, signal }: RequestFailure): Promise<boolean> {
  if (!(cause instanceof TypeError) || request.body !== undefined || signal.aborted) return false
  const { endpoint, credentials } = http
  const init = { credentials, signal, redirect: 'manual', cache: 'no-store' } as const
  const response = await http.fetch(`${endpoint}/${request.path ?? request.operation}`, init).catch(() => undefined)
  return response?.type === 'opaqueredirect'
}

function signedOut(what: string): ChatError {
  const message = `${what}. Has the session ended, and is this the login?`
  return new ChatError({ code: 'unauthenticated', message, retryable: false })
}
