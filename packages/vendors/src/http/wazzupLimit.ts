import type { RequestLimit } from './createLimiter.ts'

/** Wazzup's documented limit: 500 requests in 5 seconds, of one key. Its support can raise it. */
export const wazzupLimit: RequestLimit = { requests: 500, perMs: 5_000 }
