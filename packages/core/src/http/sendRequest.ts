import type * as z from 'zod/mini'
import { ChatError } from '../ChatError.ts'
import type { ChatHttp } from './chatHttp.ts'
import { fetchOperation, type OperationRequest } from './fetchOperation.ts'

/** A request whose answer is JSON. */
export interface JsonRequest<Answer> extends OperationRequest {
  /** What the answer must look like. */
  answer: z.ZodMiniType<Answer>
  /** Sees each answer's headers. */
  onResponse?: ((response: Response) => void) | undefined
}

/**
 * Sends one request and parses its JSON answer.
 * @throws {ChatError} an aborted `signal` rejects with its own reason.
 */
export async function sendRequest<Answer>(http: ChatHttp, request: JsonRequest<Answer>): Promise<Answer> {
  const deadline = AbortSignal.timeout(http.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline
  try {
    const response = await fetchOperation(http, { ...request, signal })
    request.onResponse?.(response)
    return parseAnswer({ text: await response.text(), response, request })
  } catch (error) {
    request.signal?.throwIfAborted()
    if (error instanceof ChatError) throw error
    const why = deadline.aborted ? `did not answer within ${http.timeoutMs} ms` : 'broke off its answer'
    throw new ChatError({
      code: 'network',
      message: `The chat proxy ${why} for "${request.operation}".`,
      retryable: true,
      cause: error,
    })
  }
}

function parseAnswer<Answer>({
  text,
  response,
  request,
}: {
  text: string
  response: Response
  request: JsonRequest<Answer>
}): Answer {
  const parsed = request.answer.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const type = response.headers.get('content-type') ?? 'no content type'
  throw new ChatError({
    code: 'invalid_answer',
    message: `The answer for "${request.operation}" (${response.status}, ${type}) is not what the chat proxy says. Is the proxy mounted there?`,
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
