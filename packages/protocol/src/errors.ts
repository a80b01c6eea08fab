import * as z from 'zod/mini'

/** Every code an error of the proxy may carry, and the HTTP status it comes with. */
export const errorStatuses = {
  /** The body or query is not what the operation takes. */
  invalid_request: 400,
  /** The CRM knows no user for this request. */
  unauthenticated: 401,
  /** The CRM does not let this user open these chats. */
  forbidden: 403,
  /** The request comes from a page of another origin. */
  foreign_origin: 403,
  /** No such operation. */
  not_found: 404,
  /** The vendor behind the proxy does not offer this. */
  unsupported: 404,
  /** The operation exists, with another method. */
  method_not_allowed: 405,
  /** The body is larger than the operation takes. */
  too_large: 413,
  /** The body is not declared as JSON. */
  unsupported_media_type: 415,
  /** Too many requests, here or at the vendor. */
  rate_limited: 429,
  /** A fault of the proxy, or of the CRM's hooks. */
  internal: 500,
  /** The vendor refuses the CRM's key. Not 401: that would log the CRM's own user out. */
  upstream_auth: 502,
  /** The vendor refuses the request. */
  upstream_refused: 502,
  /** The vendor's answer makes no sense. */
  upstream_invalid: 502,
  /** The vendor cannot be reached, or fails. */
  upstream_unavailable: 503,
  /** The vendor does not answer in time; nothing has changed. */
  upstream_timeout: 504,
  /** The vendor did not say whether it happened. */
  outcome_unknown: 504,
} as const

/** Code of an error. */
export type ErrorCode = keyof typeof errorStatuses

/** Returns true for a code that this version knows. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatuses, code)
}

/** Body of every response that is not a success. */
export interface ErrorBody {
  error: {
    /** An {@link ErrorCode}, or one that a later version has added. */
    code: ErrorCode | (string & Record<never, never>)
    /** For developers; never the vendor's own text. */
    message: string
    /** To find the request in the CRM's log. */
    requestId: string
    /** Whether the same request may succeed later. */
    retryable: boolean
    retryAfterMs?: number | undefined
  }
}

/** Schema of {@link ErrorBody}. Fields and codes of a newer proxy do no harm. */
export const errorBodySchema: z.ZodMiniType<ErrorBody> = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    retryable: z.boolean(),
    retryAfterMs: z.optional(z.number().check(z.minimum(0))),
  }),
})
