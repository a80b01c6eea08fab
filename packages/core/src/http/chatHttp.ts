/** How to reach one proxy: what a transport and the client's requests share. */
export interface ChatHttp {
  /** Where the proxy is mounted, without a trailing slash. */
  endpoint: string
  fetch: typeof fetch
  credentials: RequestCredentials
  /** Deadline of a request that is not a stream. */
  timeoutMs: number
}
