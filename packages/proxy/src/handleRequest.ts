import { type ErrorCode, errorStatuses, type Operation } from '@crm-chat/protocol'
import type { OperationCall, ProxyContext } from './context.ts'
import { describeError, OperationError } from './errors.ts'
import { checkRequest } from './http/checkRequest.ts'
import type { ChatRequest, ChatResponse } from './http/exchange.ts'
import { matchRoute } from './http/matchRoute.ts'
import { toErrorResponse } from './http/respond.ts'
import { events } from './operations/events.ts'
import { session } from './operations/session.ts'
import { unanswered } from './operations/unanswered.ts'
import { window } from './operations/window.ts'

type Handler = (call: OperationCall) => ChatResponse | Promise<ChatResponse>

/** The operations that are offered. */
const handlers: Partial<Record<Operation, Handler>> = { session, window, unanswered, events }

/** Handles one request of a browser. Never rejects. The query string is ignored: it can change nothing. */
export async function handleRequest({
  context,
  request,
}: {
  context: ProxyContext
  request: ChatRequest
}): Promise<ChatResponse> {
  const requestId = crypto.randomUUID()
  let operation: Operation | undefined
  try {
    operation = matchRoute({ request, basePath: context.basePath })
    checkRequest({ request, allowedOrigins: context.allowedOrigins })
    const user = await context.identify(request)
    return await handlerOf(operation)({ context, request, requestId, user })
  } catch (thrown) {
    const error = toOperationError(thrown)
    if (!request.signal().aborted) log({ context, error, requestId, operation })
    return toErrorResponse({ error, requestId })
  }
}

function handlerOf(operation: Operation): Handler {
  const handler = handlers[operation]
  if (handler) return handler
  throw new OperationError({ code: 'not_supported', message: 'This proxy does not offer this operation.' })
}

function toOperationError(error: unknown): OperationError {
  if (error instanceof OperationError) return error
  return new OperationError({
    code: 'internal',
    message: 'The request could not be handled.',
    detail: describeError(error),
  })
}

/** Failures that need somebody's attention: the user of the browser can do nothing about them. */
const seriousCodes: readonly ErrorCode[] = ['internal', 'upstream_auth', 'upstream_invalid']

function log({
  context,
  error,
  requestId,
  operation,
}: {
  context: ProxyContext
  error: OperationError
  requestId: string
  operation: Operation | undefined
}): void {
  const { code, detail: reason } = error
  const isOwnMistake = errorStatuses[code] < 500 && code !== 'rate_limited'
  if (isOwnMistake || code === 'not_supported') return // The response explains it to the browser.
  const level = seriousCodes.includes(code) ? 'error' : 'warn'
  context.logger[level]({ requestId, operation, code, reason }, 'a chat request failed')
}
