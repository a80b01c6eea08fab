import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An error, in the shape of API V2, which the sandbox's own routes share. */
export interface Refusal {
  status: ContentfulStatusCode
  code: string
  description: string
  /** Details for programs, in the vendor's shape. */
  data?: unknown
}

/** Responds with `{"error": {"code", "description"}}`. */
export function respondError(context: Context, { status, code, description }: Refusal): Response {
  return context.json({ error: { code, description } }, status)
}
