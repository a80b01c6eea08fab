import type { Operation } from '@crm-chat/protocol/wire/routes'

/** One request to the proxy. */
export interface OperationRequest {
  /** An operation: `POST` with a body, `GET` without one, unless there is a method. */
  operation: Operation
  /** Its path below the endpoint, without a slash before it. @default the operation's name */
  path?: string | undefined
  method?: 'POST' | 'PATCH' | 'DELETE' | undefined
  /** Sent as JSON; a blob as it is. */
  body?: unknown
  /** @default 'application/json' */
  accept?: string
  /** Additional headers. */
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
  /**
   * Called while a blob is sent, with the sent part from 0 to 1. It keeps the deadline of the request away meanwhile. A client with
   * a `fetch` of its own never calls it: a blob has five minutes there.
   */
  onUpload?: ((part: number) => void) | undefined
}
