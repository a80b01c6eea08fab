import {
  InvalidAnswerError,
  OutcomeUnknownError,
  RateLimitedError,
  VendorAuthError,
  type VendorError,
  VendorRequestError,
  VendorUnavailableError,
} from '../errors.ts'
import { parseTime } from '../parseTime.ts'
import type { Redactor } from './createRedactor.ts'
import { parseVendorError } from './parseVendorError.ts'

/** Parameters of {@link toVendorError}. */
export interface VendorAnswer {
  /** Method and path of the request. */
  what: string
  status: number
  /** Value of a header, named in lower case. */
  header: (name: string) => string | null
  /** Body of the response. */
  text: string
  /** True if repeating the request would be harmless. */
  harmless: boolean
  redact: Redactor
  now: number
}

/** Turns an unsuccessful response into the error to throw. */
export function toVendorError(answer: VendorAnswer): VendorError {
  const { what, status, harmless, redact } = answer
  const { code, description, data, requestId } = parseVendorError(answer.text, redact)
  const message = `${what} returned ${status} ${code}${description ? `: ${description}` : ''}`
  if (status === 401 || status === 403) return new VendorAuthError({ status, code, message })
  if (status === 429) return new RateLimitedError({ retryAfterMs: retryAfter(answer), message })
  if (status >= 400 && status < 500) return new VendorRequestError({ status, code, message, data, requestId })
  if (status >= 500 && (harmless || status === 503)) return new VendorUnavailableError({ status, message })
  // A gateway's 502 or 504, or a server that failed halfway: the request may have had its effect.
  if (status >= 500) return new OutcomeUnknownError(`${message}; it may have happened.`)
  return new InvalidAnswerError(`${what} returned ${status}, which this API does not use. Check the base URL.`)
}

function retryAfter({ header, now }: VendorAnswer): number | undefined {
  const value = header('retry-after')
  if (!value) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : (parseTime(value) ?? Number.NaN) - now
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined
}
