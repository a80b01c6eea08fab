import { ChatError } from '../ChatError.ts'
import { createWatchdog } from '../createWatchdog.ts'
import type { ChatHttp } from './chatHttp.ts'
import { fetchOperation, type OperationRequest } from './fetchOperation.ts'

/** A request with a response in JSON. */
export interface JsonRequest<Body> extends OperationRequest {
  /** Reads the response; undefined for one that is not the proxy's. */
  parse: (data: unknown) => Body | undefined
  /** Called with each response, for its headers. */
  onResponse?: ((response: Response) => void) | undefined
}

/**
 * Sends one request and parses the JSON of its response.
 * @throws {ChatError} an aborted `signal` rejects with its own reason.
 */
export async function sendRequest<Body>(http: ChatHttp, request: JsonRequest<Body>): Promise<Body> {
  const deadline = createWatchdog(http)
  deadline.restart(http.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, deadline.signal]) : deadline.signal
  try {
    const response = await fetchOperation(http, { ...request, signal })
    request.onResponse?.(response)
    return parseBody({ text: await response.text(), response, request })
  } catch (error) {
    request.signal?.throwIfAborted()
    if (error instanceof ChatError) {
      if (await isSentAway({ http, request, signal, error })) throw signedOut(`"${request.operation}" is redirected`)
      throw error
    }
    const why = deadline.signal.aborted ? `did not respond within ${http.timeoutMs} ms` : 'broke off its response'
    throw new ChatError({
      code: 'network',
      message: `The chat proxy ${why} for "${request.operation}".`,
      retryable: true,
      cause: error,
    })
  } finally {
    deadline.stop()
  }
}

/**
 * Returns true where a request is sent to a login of another origin. To a page, this is a failed network: it may not see the
 * response. A browser that is asked not to follow says that there was a redirect.
 */
async function isSentAway({
  http,
  request,
  signal,
  error,
}: {
  http: ChatHttp
  request: OperationRequest
  signal: AbortSignal
  error: ChatError
}): Promise<boolean> {
  if (!(error.cause instanceof TypeError) || request.body !== undefined || signal.aborted) return false
  const { endpoint, credentials } = http
  const init = { credentials, signal, redirect: 'manual', cache: 'no-store' } as const
  const response = await http.fetch(`${endpoint}/${request.operation}`, init).catch(() => undefined)
  return response?.type === 'opaqueredirect'
}

function signedOut(what: string): ChatError {
  const message = `${what}. Has the session ended, and is this the login?`
  return new ChatError({ code: 'unauthenticated', message, retryable: false })
}

function parseBody<Body>({
  text,
  response,
  request,
}: {
  text: string
  response: Response
  request: JsonRequest<Body>
}): Body {
  const body = request.parse(parseJson(text))
  if (body !== undefined) return body
  const type = response.headers.get('content-type') ?? 'no content type'
  const what = `The response for "${request.operation}" (${response.status}, ${type})`
  if (type.startsWith('text/html')) throw signedOut(`${what} is a page`)
  const message = `${what} is not a chat-proxy response. Is the proxy mounted at this path?`
  throw new ChatError({ code: 'invalid_answer', message, retryable: false })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
