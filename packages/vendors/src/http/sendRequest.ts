import { VendorAuthError, VendorError } from '../errors.ts'
import { abortable } from './abortable.ts'
import { createDeadline, type Deadline } from './createDeadline.ts'
import type { Http } from './createHttp.ts'
import { readAnswer } from './readAnswer.ts'
import { repeatWhilePromising } from './repeatWhilePromising.ts'
import type { RequestParameters } from './requestParameters.ts'
import { toFetchArguments } from './toFetchArguments.ts'
import { toLostAnswerError } from './toLostAnswerError.ts'

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
}

async function attempt<Answer>(parameters: Attempt<Answer>): Promise<Answer> {
  try {
    return await attemptOnce(parameters)
  } catch (error) {
    const refused = error instanceof VendorAuthError && error.status === 401
    if (!refused || !(await renewCredential(parameters))) throw error
    return attemptOnce(parameters) // An unauthenticated request has had no effect.
  }
}

async function renewCredential<Answer>({ http, request, deadline }: Attempt<Answer>): Promise<boolean> {
  try {
    return await abortable(http.renewCredential?.(deadline.signal) ?? Promise.resolve(false), deadline.signal)
  } catch {
    request.signal?.throwIfAborted()
    return false // The original refusal says more.
  }
}

async function attemptOnce<Answer>({ http, request, deadline }: Attempt<Answer>): Promise<Answer> {
  let left = false
  try {
    await http.limiter?.enter(deadline.signal)
    const [url, init] = await toFetchArguments({ http, request, signal: deadline.signal })
    deadline.signal.throwIfAborted()
    left = true
    return await readAnswer({ response: await http.fetch(url, init), http, request })
  } catch (error) {
    if (error instanceof VendorError) throw error
    request.signal?.throwIfAborted()
    throw toLostAnswerError({ request, error, left, late: deadline.isOver(), redact: http.redact })
  }
}
