import * as z from 'zod/mini'
import type { ErrorCode } from './wire/errorCodes.ts'

/** Body of every response that is not a success. */
export interface ErrorBody {
  error: {
    /** An {@link ErrorCode}, or one that a later version has added. */
    code: ErrorCode | (string & Record<never, never>)
    /** For developers; never the vendor's own text. */
    message: string
    /** Identifies the request in the CRM's log. */
    requestId: string
    /** True where the same request may succeed later. */
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
