import { contextOf, optionsLogOf, type ProxyContext } from './context.ts'
import { InvalidOptionsError, OperationError } from './errors.ts'
import { handleRequest } from './handleRequest.ts'
import type { ChatRequest, ChatResponse } from './http/exchange.ts'
import { fromWebRequest } from './http/fromWebRequest.ts'
import { toErrorResponse } from './http/respond.ts'
import { toWebResponse } from './http/toWebResponse.ts'
import { nextRequestId } from './requestIds.ts'

/** Handles a request for a proxy, whose options are checked by the first one. Never rejects. */
export async function respondTo({ chat, request }: { chat: object; request: ChatRequest }): Promise<ChatResponse> {
  let context: ProxyContext
  try {
    context = contextOf(chat)
  } catch (error) {
    const reason = error instanceof InvalidOptionsError ? error.message : 'the chat proxy could not be set up'
    const message = 'every chat request fails: the options of the chat proxy are invalid'
    optionsLogOf(chat)?.repeated({ level: 'error', fields: { reason }, message })
    return toFailure()
  }
  return handleRequest({ context, request })
}

/** The same for a web `Request`. Never rejects, whatever the runtime's request throws. */
export async function respondToWeb({ chat, request }: { chat: object; request: Request }): Promise<Response> {
  try {
    return toWebResponse({ response: await respondTo({ chat, request: fromWebRequest(request) }), request })
  } catch {
    const { status, headers, body } = toFailure()
    return new Response(body ?? null, { status, headers })
  }
}

function toFailure(): ChatResponse {
  const error = new OperationError({ code: 'internal', message: 'The request could not be handled.' })
  return toErrorResponse({ error, requestId: nextRequestId() })
}
