import * as z from 'zod/mini'

/** Every code that an error of the CRM's own API may carry, and its HTTP status. */
export const apiErrorStatuses = {
  /** The body or the query is not what the route takes. */
  invalid_request: 400,
  /** Nobody is logged in. */
  unauthenticated: 401,
  /** The request comes from a page of another origin. */
  foreign_origin: 403,
  /** There is no such thing, or it is not this user's. */
  not_found: 404,
  /** It would take what another contact has. */
  conflict: 409,
  /** The body is larger than the route takes. */
  too_large: 413,
  /** A fault of the CRM. */
  internal: 500,
} as const

/** Code of an error. */
export type ApiErrorCode = keyof typeof apiErrorStatuses

/** Body of every answer that is not a success. */
export interface ApiErrorBody {
  error: {
    code: ApiErrorCode
    /** For the person at the screen. */
    message: string
    /** What is wrong with single fields of a form, by name. */
    fields?: Record<string, string> | undefined
  }
}

/** Schema of {@link ApiErrorBody}. */
export const apiErrorBodySchema: z.ZodMiniType<ApiErrorBody> = z.object({
  error: z.object({
    code: z.enum(Object.keys(apiErrorStatuses) as [ApiErrorCode, ...ApiErrorCode[]]), // Object.keys forgets the key type.
    message: z.string(),
    fields: z.optional(z.record(z.string(), z.string())),
  }),
})
