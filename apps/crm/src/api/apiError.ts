import * as z from 'zod/mini'
import { type FieldProblem, fieldProblems } from './fieldProblem.ts'

/** Error codes of the CRM's own API, each with its HTTP status. */
export const apiErrorStatuses = {
  /** The body or the query is invalid. */
  invalid_request: 400,
  /** The request carries no valid session. */
  unauthenticated: 401,
  /** The request comes from a page of another origin. */
  foreign_origin: 403,
  /** The user sees the item, and their role may not do this. */
  forbidden: 403,
  /** The item does not exist, or the user may not see it. */
  not_found: 404,
  /** Another contact already has this value, or somebody else has changed the item: then `current` is how it is now. */
  conflict: 409,
  /** The body exceeds the size limit. */
  too_large: 413,
  /** The CRM itself failed. */
  internal: 500,
} as const

/** An error code. */
export type ApiErrorCode = keyof typeof apiErrorStatuses

/** Body of every error response. */
export interface ApiErrorBody {
  error: {
    code: ApiErrorCode
    /** In English, for whoever reads the response. Pages explain the codes in their own language. */
    message: string
    /** Reasons why single fields were refused, by field name. */
    fields?: Record<string, FieldProblem> | undefined
    /** With `conflict`: the item as it is now, in the form of its `GET` response, when the request's `version` is stale. */
    current?: unknown
  }
}

/** Schema of {@link ApiErrorBody}. */
export const apiErrorBodySchema: z.ZodMiniType<ApiErrorBody> = z.object({
  error: z.object({
    code: z.enum(Object.keys(apiErrorStatuses) as [ApiErrorCode, ...ApiErrorCode[]]), // Object.keys forgets the key type.
    message: z.string(),
    fields: z.optional(z.record(z.string(), z.enum(fieldProblems))),
    current: z.optional(z.unknown()),
  }),
})
