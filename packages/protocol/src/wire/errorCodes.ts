/** Every error code of the proxy, with its HTTP status. */
export const errorStatuses = {
  /** The body is invalid for the operation. */
  invalid_request: 400,
  /** The CRM knows no user for this request. */
  unauthenticated: 401,
  /** The CRM does not allow this user to open these chats. */
  forbidden: 403,
  /** The request comes from a page of another origin. */
  foreign_origin: 403,
  /** No such operation. */
  not_found: 404,
  /** The operation exists, with another method. */
  method_not_allowed: 405,
  /** The body is too large for the operation. */
  too_large: 413,
  /** The body is not declared as JSON. */
  unsupported_media_type: 415,
  /** Too many requests, here or at the vendor. */
  rate_limited: 429,
  /** A failure of the proxy, or of the CRM's hooks. */
  internal: 500,
  /** The vendor behind the proxy does not offer this, or the CRM has not switched it on. */
  not_supported: 501,
  /** The vendor refused the CRM's key. Not 401, which would log out the CRM's own user. */
  upstream_auth: 502,
  /** The vendor refused the request. */
  upstream_refused: 502,
  /** The vendor sent an unexpected response. */
  upstream_invalid: 502,
  /** The CRM could not tell who the user is: its hook failed or took too long. The user is not signed out. */
  identity_unavailable: 503,
  /** The proxy takes no more requests at the moment. */
  busy: 503,
  /** The vendor cannot be reached, or fails. */
  upstream_unavailable: 503,
  /** The vendor did not respond in time; nothing has changed. */
  upstream_timeout: 504,
  /** The vendor did not confirm whether the request went through. */
  outcome_unknown: 504,
} as const

/** Code of an error. */
export type ErrorCode = keyof typeof errorStatuses

/** Returns true for a code that this version knows. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatuses, code)
}
