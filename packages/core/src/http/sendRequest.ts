import { ChatError } from '../ChatError.ts'
import { abortAfter } from '../timers.ts'
import type { ChatHttp } from './chatHttp.ts'
import { fetchOperation, type OperationRequest } from './fetchOperation.ts'

/** A request with a response in JSON. */
export interface JsonRequest<Body> extends OperationRequest {
  /** Reads the response; a schema, for one. */
  schema: { safeParse: (data: unknown) => { success: true; data: Body } | { success: false } }
  /** Called with each response, for its headers. */
  onResponse?: ((response: Response) => void) | undefined
}

/**
 * Sends one request and parses the JSON of its response.
 * @throws {ChatError} an aborted `signal` rejects with its own reason.
 */
export async function sendRequest<Body>(http: ChatHttp, request: JsonRequest<Body>): Promise<Body> {
  const deadline = abortAfter(http.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline
  try {
    const response = await fetchOperation(http, { ...request, signal })
    request.onResponse?.(response)
    return parseBody({ text: await response.text(), response, request })
  } catch (error) {
    request.signal?.throwIfAborted()
    if (error instanceof ChatError) throw error
    const why = deadline.aborted ? `did not respond within ${http.timeoutMs} ms` : 'broke off its response'
    throw new ChatError({
      code: 'network',
      message: `The chat proxy ${why} for "${request.operation}".`,
      retryable: true,
      cause: error,
    })
  }
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
  const parsed = request.schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const type = response.headers.get('content-type') ?? 'no content type'
  throw new ChatError({
    code: 'invalid_answer',
    message: `The response for "${request.operation}" (${response.status}, ${type}) is not a chat-proxy response. Is the proxy mounted at this path?`,
    retryable: false,
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
