import { OutcomeUnknownError, type VendorError, VendorTimeoutError, VendorUnavailableError } from '../errors.ts'
import type { Redactor } from './createRedactor.ts'
import { describeRequest, isHarmless, type RequestParameters } from './requestParameters.ts'

/** A request without a response. */
export interface LostAnswer<Answer> {
  request: RequestParameters<Answer>
  /** Error of `fetch`. */
  error: unknown
  /** True if `fetch` was called at all. */
  left: boolean
  /** True if the deadline has passed. */
  late: boolean
  redact: Redactor
}

/** Chooses the error for a missing response: it depends on whether the request may have had an effect. */
export function toLostAnswerError<Answer>({ request, error, left, late, redact }: LostAnswer<Answer>): VendorError {
  const what = describeRequest(request)
  if (!left && late)
    return new VendorTimeoutError(`${what} was not sent: the rate limit held it back past the deadline.`)
  if (left && !isHarmless(request) && (late || !isRefused(error))) {
    return new OutcomeUnknownError(`${what} got no response; it may have happened.`)
  }
  if (late) return new VendorTimeoutError(`${what} got no response in time.`)
  return new VendorUnavailableError({ message: `${what} could not be sent.`, cause: redact.error(error) })
}

/** True when the connection was never made, so the request cannot have had an effect. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(
    String(code),
  )
}
