import type { Clock } from '../clock.ts'

/** Access to one proxy, for transports and the client's own requests. */
export interface ChatHttp {
  /** Path or address of the proxy, without a trailing slash. */
  endpoint: string
  fetch: typeof fetch
  /** True for a `fetch` of the page's own, in place of the browser's, and outside of browsers: no progress is known. */
  hasOwnFetch?: boolean | undefined
  credentials: RequestCredentials
  /** Deadline of a request that is not a stream. */
  timeoutMs: number
  /** Time and timers of the client. */
  clock: Clock
}
