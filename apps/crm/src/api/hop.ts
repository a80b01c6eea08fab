import * as z from 'zod/mini'

/** Ways that a request goes: from the browser to the CRM, from the CRM to the vendor's API, from the vendor to the CRM. */
export const hopKinds = ['browser', 'vendor', 'webhook'] as const

/** One way of a request. It has no key, no message text and no query. */
export interface Hop {
  kind: (typeof hopKinds)[number]
  /** Start time: Unix time in milliseconds. */
  at: number
  /** Time until its response, in milliseconds. */
  ms: number
  method: string
  /** Path of the address; secrets and ids in it are left out. */
  path: string
  /** Null without a response. */
  status: number | null
}

/** Steps of one request to the chat proxy. */
export interface HopRequest {
  /** The proxy's id of it, as in its `x-request-id` header and in the log. */
  requestId: string
  /** Name of the proxy's operation, e.g. `messages`. */
  operation: string
  /** `ok`, or the code of the failure. */
  code: string
  /** In the order in which they ended. */
  hops: Hop[]
}

/** Response of `GET /api/hops`: the user's latest requests to the chat proxy, and the webhooks of their chats, the latest first. */
export const hopsResponseSchema: z.ZodMiniType<{ requests: HopRequest[] }> = z.object({
  requests: z.array(
    z.object({
      requestId: z.string(),
      operation: z.string(),
      code: z.string(),
      hops: z.array(
        z.object({
          kind: z.enum(hopKinds),
          at: z.number(),
          ms: z.number(),
          method: z.string(),
          path: z.string(),
          status: z.nullable(z.number()),
        }),
      ),
    }),
  ),
})
