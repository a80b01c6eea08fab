import { OutcomeUnknownError, type VendorError, VendorTimeoutError, VendorUnavailableError } from '../errors.ts'
import type { Redactor } from './createRedactor.ts'
import { findNetworkCode } from './findNetworkCode.ts'
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
  const code = findNetworkCode(error)
  if (!left && late)
    return new VendorTimeoutError(`${what} was not sent: the rate limit held it back past the deadline.`)
  if (left && !isHarmless(request) && (late || !isRefused(code))) {
    return new OutcomeUnknownError(`${what} got no response${code ? ` (${code})` : ''}; it may have happened.`)
  }
  if (late) return new VendorTimeoutError(`${what} got no response in time.`)
  return new VendorUnavailableError({
    code,
    message: `${what} could not be sent${code ? ` (${code})` : ''}.`,
    cause: redact.error(error),
  })
}

/** True when the connection was never made, so the request cannot have had an effect. */
function isRefused(code: string | undefined): boolean {
  return code !== undefined && neverConnected.test(code)
}

const neverConnected =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|(?:CERT|CRL|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT)_\w+)$/
