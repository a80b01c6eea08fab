import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What went wrong, in the shape of API V2, which the sandbox's own routes share. */
export interface Refusal {
  status: ContentfulStatusCode
  code: string
  description: string
  /** What a program needs to know of it, in the vendor's shape. */
  data?: unknown
}

/** Answers `{"error": {"code", "description"}}`. */
export function answerError(context: Context, { status, code, description }: Refusal): Response {
  return context.json({ error: { code, description } }, status)
}
