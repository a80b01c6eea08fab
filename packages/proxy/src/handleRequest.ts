import { type ErrorCode, errorStatuses, type Operation } from '@crm-chat/protocol'
import type { OperationCall, ProxyContext } from './context.ts'
import { describeError } from './describeError.ts'
import { OperationError } from './errors.ts'
import { checkRequest } from './http/checkRequest.ts'
import { isPreflight, toPreflightResponse, withCors } from './http/cors.ts'
import type { ChatRequest, ChatResponse } from './http/exchange.ts'
import { listMethods, matchMethod, matchPath, noSuchOperation } from './http/matchRoute.ts'
import { toErrorResponse } from './http/respond.ts'
import { checkRate } from './limits/checkRate.ts'
import type { OutcomeCode } from './metrics/createMetrics.ts'
import { findObstacle } from './operations/findObstacle.ts'
import { operations } from './operations/operations.ts'
import { nextRequestId } from './requestIds.ts'
import { spanKinds } from './tracing/tracer.ts'
import { findReceiver } from './webhooks/findReceiver.ts'

/** Handles one request of a browser. Never rejects. The query string is ignored: it can change nothing. */
export async function handleRequest({
  context,
  request,
}: {
  context: ProxyContext
  request: ChatRequest
}): Promise<ChatResponse> {
  const { allowedOrigins, basePath } = context
  const requestId = nextRequestId()
  const startedAt = context.clock.elapsed()
  let operation: Operation | undefined
  let response: ChatResponse
  let code: OutcomeCode = 'ok'
  try {
    const match = matchPath({ target: request.target, basePath })
    if (isPreflight({ request, allowedOrigins })) {
      response = toPreflightResponse({ methods: listMethods(match.operations), requestId })
    } else {
      operation = matchMethod({ operations: match.operations, method: request.method })
      response = await runTraced({ context, request, requestId, operation, params: match.params })
    }
  } catch (thrown) {
    const error = toOperationError(thrown)
    code = codeOf({ request, error })
    if (code !== 'cancelled') log({ context, error, requestId, operation })
    response = toErrorResponse({ error, requestId })
  }
  context.metrics.request({ operation, code, ms: context.clock.elapsed() - startedAt })
  return withCors({ response, request, allowedOrigins })
}

type RunParameters = Omit<OperationCall, 'user'> & { operation: Operation }

/** Runs an operation, in a span where the CRM asks for spans. */
function runTraced(parameters: RunParameters): Promise<ChatResponse> {
  const { context, operation, request, requestId } = parameters
  const run = (): Promise<ChatResponse> =>
    operation === 'webhook'
      ? receive(parameters)
      : runForPage({ ...parameters, operation, request: withoutHead(request) })
  if (!context.trace) return run()
  return context.trace({
    name: `chat ${operation}`,
    kind: spanKinds.internal,
    attributes: { 'crm_chat.operation': operation, 'crm_chat.request_id': requestId },
    run,
    codeOf: (error) => codeOf({ request, error }),
  })
}

/** A browser that leaves is no failure. */
function codeOf({ request, error }: { request: ChatRequest; error: unknown }): OutcomeCode {
  return request.signal().aborted ? 'cancelled' : toOperationError(error).code
}

/** The vendor is no page: its secret stands for everything that is asked of one. */
async function receive({ context, request, requestId }: RunParameters): Promise<ChatResponse> {
  const { webhookSecrets: secrets } = context
  const receiver = await findReceiver({ context, secrets, target: request.target })
  if (!receiver) throw noSuchOperation()
  return receiver.receive({ request, requestId })
}

/** Checks a request and runs its operation, cheapest checks first: a crowd is sent away before the CRM is asked. */
async function runForPage({
  context: root,
  request,
  requestId,
  operation,
  params,
}: RunParameters & { operation: Exclude<Operation, 'webhook'> }): Promise<ChatResponse> {
  const { admission, allowedOrigins } = root
  const definition = operations[operation]
  checkRequest({ request, allowedOrigins, hasJson: definition.body === 'json' })
  const leave = admission.enter()
  try {
    if (operation === 'events') admission.enterStream()
    const user = await root.identify(request)
    const context = root.tenants.of(user.tenant)
    const obstacle = findObstacle({ context, user, definition })
    if (obstacle) throw obstacle
    const call = { context, request, requestId, user, params }
    if (operation === 'events') return await definition.handle(call) // A user's streams have a limit of their own.
    const release = context.slots(`${operation} ${user.id}`)
    if (!release) throw tooMany()
    try {
      if (definition.perMinute) await checkRate({ context, limit: definition.perMinute, userId: user.id })
      return await definition.handle(call)
    } finally {
      release()
    }
  } finally {
    leave()
  }
}

/** A HEAD request is handled as a GET; whoever writes its response leaves the body out. */
function withoutHead(request: ChatRequest): ChatRequest {
  return request.method === 'HEAD' ? { ...request, method: 'GET' } : request
}

function tooMany(): OperationError {
  const message = 'This user has too many requests under way.'
  return new OperationError({ code: 'rate_limited', message, retryAfterMs: 1_000 })
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

/** Codes of a 5xx that need no line: the hook's failure has one of its own, and the response explains the other. */
const explainedCodes: readonly ErrorCode[] = ['identity_unavailable', 'not_supported']

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
  const isOwnMistake = errorStatuses[code] < 500 && code !== 'rate_limited' && reason === undefined
  if (isOwnMistake || explainedCodes.includes(code)) return // The response explains it to the browser.
  if (operation === 'webhook' && code === 'busy') return // The receiver has written why.
  const level = seriousCodes.includes(code) ? 'error' : 'warn'
  context.logger.repeated({ level, fields: { requestId, operation, code, reason }, message: 'a chat request failed' })
}
