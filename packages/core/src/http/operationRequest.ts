import type { Operation } from '@crm-chat/protocol/wire/routes'

/** One request to the proxy. */
export interface OperationRequest {
  /** An operation: `POST` with a body, `GET` without one. */
  operation: Operation
  /** Its path below the endpoint, without a slash before it. @default the operation's name */
  path?: string | undefined
  body?: unknown
  /** @default 'application/json' */
  accept?: string
  /** Additional headers. */
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}
