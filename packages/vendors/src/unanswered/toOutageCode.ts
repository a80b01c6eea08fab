import {
  InvalidAnswerError,
  RateLimitedError,
  VendorAuthError,
  VendorRequestError,
  VendorTimeoutError,
  VendorUnavailableError,
} from '../errors.ts'
import { findNetworkCode } from '../http/findNetworkCode.ts'

/** Names the cause of a failed request, as `CounterOutageDetails` does. */
export function toOutageCode(error: unknown): string {
  if (error instanceof VendorAuthError || error instanceof VendorRequestError) return `HTTP_${error.status}`
  if (error instanceof RateLimitedError) return 'HTTP_429'
  if (error instanceof VendorTimeoutError) return 'TIMEOUT'
  if (error instanceof InvalidAnswerError) return 'BAD_ANSWER'
  if (error instanceof VendorUnavailableError && error.status !== undefined) return `HTTP_${error.status}`
  if (error instanceof VendorUnavailableError && error.code !== undefined) return error.code
  return findNetworkCode(error) ?? 'UNKNOWN'
}
