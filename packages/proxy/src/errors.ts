import type { ErrorCode } from '@crm-chat/protocol'

/** Base of everything this package throws. */
export class ChatProxyError extends Error {
  override readonly name: string = 'ChatProxyError'
}

/** The options are invalid. The message names every problem, without values. */
export class InvalidOptionsError extends ChatProxyError {
  override readonly name = 'InvalidOptionsError'
}

/** Parameters of an {@link OperationError}. */
export interface OperationErrorParameters {
  code: ErrorCode
  /** For the browser's developer. Never the vendor's own text. */
  message: string
  /** For the CRM's log only, without the key. There is no `cause`: a vendor's error may repeat what it was sent. */
  detail?: string | undefined
  retryAfterMs?: number | undefined
  /** The only allowed method, for `method_not_allowed`. */
  allow?: string | undefined
}

/** An operation failed with one of the contract's codes. A backend throws nothing else. */
export class OperationError extends ChatProxyError {
  override readonly name = 'OperationError'
  readonly code: ErrorCode
  readonly detail: string | undefined
  readonly retryAfterMs: number | undefined
  readonly allow: string | undefined

  constructor({ code, message, detail, retryAfterMs, allow }: OperationErrorParameters) {
    super(message)
    this.code = code
    this.detail = detail
    this.retryAfterMs = retryAfterMs
    this.allow = allow
  }
}
