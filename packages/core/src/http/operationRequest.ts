/** One request to the proxy. */
export interface OperationRequest {
  /** Path of an operation below the proxy's: `POST` with a body, `GET` without one, unless there is a method. */
  operation: string
  method?: 'POST' | 'PATCH' | 'DELETE' | undefined
  /** Sent as JSON; a blob as it is. */
  body?: unknown
  /** @default 'application/json' */
  accept?: string
  /** Additional headers. */
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}
