/** One request to the proxy. */
export interface OperationRequest {
  /** An operation whose path is its name: `POST` with a body, `GET` without one. */
  operation: 'session' | 'window' | 'unanswered' | 'events'
  body?: unknown
  /** @default 'application/json' */
  accept?: string
  /** Additional headers. */
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}
