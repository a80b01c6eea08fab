import { InvalidAnswerError, VendorAuthError, VendorError } from '../errors.ts'
import { abortable } from './abortable.ts'
import { createDeadline, type Deadline } from './createDeadline.ts'
import type { Http } from './createHttp.ts'
import { isLimitError } from './limitError.ts'
import { readAnswer, readText } from './readAnswer.ts'
import { repeatWhilePromising } from './repeatWhilePromising.ts'
import { describeRequest, type RequestParameters } from './requestParameters.ts'
import { toLostAnswerError } from './toLostAnswerError.ts'
import { type Outgoing, toOutgoing } from './toOutgoing.ts'

/**
 * Sends one request and reads its response. A read is retried after a 429, a 5xx or a lost connection; another harmless
 * request after a 429; anything else only when it carries an idempotency key.
 * @throws {VendorError} one of its subclasses; an aborted `signal` rejects with its own reason.
 */
export async function sendRequest<Answer>(http: Http, request: RequestParameters<Answer>): Promise<Answer> {
  const deadline = createDeadline({
    clock: http.clock,
    timeoutMs: request.timeoutMs ?? http.timeoutMs,
    signal: request.signal,
  })
  try {
    return await repeatWhilePromising({ http, request, deadline, attempt: () => attempt({ http, request, deadline }) })
  } finally {
    deadline.dispose()
  }
}

interface Attempt<Answer> {
  http: Http
  request: RequestParameters<Answer>
  deadline: Deadline
  /** Takes the headers that leave. */
  sent?: { headers?: Record<string, string> }
}

async function attempt<Answer>(parameters: Attempt<Answer>): Promise<Answer> {
  const sent: { headers?: Record<string, string> } = {}
  try {
    return await attemptOnce({ ...parameters, sent })
  } catch (error) {
    const refused = error instanceof VendorAuthError && error.status === 401
    if (!refused || !(await renewCredential({ ...parameters, sent }))) throw error
    return attemptOnce(parameters) // An unauthenticated request has had no effect.
  }
}

async function renewCredential<Answer>({ http, request, deadline, sent }: Attempt<Answer>): Promise<boolean> {
  try {
    return await abortable(
      http.renewCredential?.({ headers: sent?.headers ?? {} }) ?? Promise.resolve(false),
      deadline.signal,
    )
  } catch {
    request.signal?.throwIfAborted()
    return false // The original refusal says more.
  }
}

async function attemptOnce<Answer>({ http, request, deadline, sent }: Attempt<Answer>): Promise<Answer> {
  let left = false
  try {
    if (http.limiter?.enterNow() === false) await http.limiter.enter(deadline.signal)
    const outgoing = await toOutgoing({ http, request, deadline })
    if (sent) sent.headers = outgoing.headers
    const found = http.findSendText()
    const sendText = found instanceof Promise ? await found : found
    deadline.throwIfEnded()
    left = true
    const { body } = outgoing
    if (!sendText || request.read || body instanceof FormData)
      return await sendByFetch({ http, request, outgoing, signal: deadline.signal })
    const response = await sendText({ ...outgoing, body, maxBytes: http.maxAnswerBytes, deadline })
    return readText({ response, http, request })
  } catch (error) {
    if (error instanceof VendorError) throw error
    request.signal?.throwIfAborted()
    if (isLimitError(error)) throw tooLong({ http, request })
    throw toLostAnswerError({ request, error, left, late: deadline.isOver(), redact: http.redact })
  }
}

async function sendByFetch<Answer>({
  http,
  request,
  outgoing: { url, body, ...init },
  signal,
}: {
  http: Http
  request: RequestParameters<Answer>
  outgoing: Outgoing
  signal: AbortSignal
}): Promise<Answer> {
  // A redirect would carry the key to another host.
  const response = await http.fetch(url, { ...init, ...(body !== undefined && { body }), redirect: 'manual', signal })
  return readAnswer({ response, http, request })
}

function tooLong<Answer>({ http, request }: { http: Http; request: RequestParameters<Answer> }): VendorError {
  return new InvalidAnswerError(`${describeRequest(request)} returned more than ${http.maxAnswerBytes} bytes.`)
}
