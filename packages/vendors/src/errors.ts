import type * as z from 'zod'

/** Base class of this package's errors. `code` is the vendor's own, in upper case, if it sent one. */
export class VendorError extends Error {
  override readonly name: string = 'VendorError'
}

/** Invalid parameters, which the vendor would refuse: nothing was sent. */
export class InvalidParametersError extends VendorError {
  override readonly name = 'InvalidParametersError'
  /** The fields at fault and their problems; none hold a value. Empty if the message is enough. */
  readonly issues: readonly z.core.$ZodIssue[]

  constructor(message: string, { issues = [] }: { issues?: readonly z.core.$ZodIssue[] } = {}) {
    super(message)
    this.issues = issues
  }
}

/** The vendor refused the key (401), or the key may not use this route (403). */
export class VendorAuthError extends VendorError {
  override readonly name = 'VendorAuthError'
  readonly status: number
  /** E.g. `FORBIDDEN`; `UNKNOWN_ERROR` if the body names none. */
  readonly code: string

  constructor({ status, code = 'UNKNOWN_ERROR', message }: { status: number; code?: string; message: string }) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** Parameters of a {@link VendorRequestError}. */
export interface VendorRequestErrorParameters {
  status: number
  code: string
  message: string
  data?: unknown
  requestId?: string | undefined
}

/** The vendor understood the request and refused it (other 4xx). */
export class VendorRequestError extends VendorError {
  override readonly name = 'VendorRequestError'
  readonly status: number
  /** Upper case with underscores, however the vendor spells it; `UNKNOWN_ERROR` if the body names none. */
  readonly code: string
  /** Details from the vendor, e.g. `{ fields: ['channelId'] }`. */
  readonly data: unknown
  /** The vendor's own number of the request, for its support. */
  readonly requestId: string | undefined

  constructor({ status, code, message, data, requestId }: VendorRequestErrorParameters) {
    super(message)
    this.status = status
    this.code = code
    this.data = data
    this.requestId = requestId
  }
}

/** The vendor asks to slow down (429). */
export class RateLimitedError extends VendorError {
  override readonly name = 'RateLimitedError'
  /** Value of `Retry-After`, if the vendor sent it. */
  readonly retryAfterMs: number | undefined

  constructor({ retryAfterMs, message }: { retryAfterMs: number | undefined; message: string }) {
    super(message)
    this.retryAfterMs = retryAfterMs
  }
}

/** Parameters of a {@link VendorUnavailableError}. */
export interface VendorUnavailableErrorParameters {
  status?: number
  code?: string | undefined
  message: string
  cause?: unknown
}

/** The vendor could not be reached or failed (5xx). The request had no effect, or repeating it is harmless. */
export class VendorUnavailableError extends VendorError {
  override readonly name = 'VendorUnavailableError'
  readonly status: number | undefined
  /** Code of the network's failure, such as `ENOTFOUND`, `ECONNREFUSED` or `CERT_HAS_EXPIRED`, if there was one. */
  readonly code: string | undefined

  constructor({ status, code, message, cause }: VendorUnavailableErrorParameters) {
    super(message, { cause })
    this.status = status
    this.code = code
  }
}

/** No response within the deadline, to a request that is safe to repeat or was never sent. */
export class VendorTimeoutError extends VendorError {
  override readonly name = 'VendorTimeoutError'
}

/** The outcome of a request that changes something is unknown: it may have happened. Do not repeat it blindly. */
export class OutcomeUnknownError extends VendorError {
  override readonly name = 'OutcomeUnknownError'
}

/** A successful response in an unknown shape. */
export class InvalidAnswerError extends VendorError {
  override readonly name = 'InvalidAnswerError'
}

/** The function that returns the key failed, took too long, or returned what no header can carry: nothing was sent. */
export class KeyUnavailableError extends VendorError {
  override readonly name = 'KeyUnavailableError'
}

/** An invalid webhook call: not JSON, not an object, or with a wrong signature. */
export class InvalidWebhookError extends VendorError {
  override readonly name = 'InvalidWebhookError'
  /** Part of the call that is invalid: what proves that the vendor sent it, or its body. */
  readonly part: 'credential' | 'body'

  constructor(message: string, { part = 'body' }: { part?: 'credential' | 'body' } = {}) {
    super(message)
    this.part = part
  }
}
