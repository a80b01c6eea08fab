import type { ErrorCode } from '@crm-chat/protocol'

/**
 * Reason of a failed chat operation: a code of the proxy, or one that only the page can find.
 * `network`: no response came. `invalid_answer`: the response is not the proxy's. `frame_timeout`: the window did not load
 * in time. `frame_blocked`: the page's Content-Security-Policy forbids the window.
 */
export type ChatErrorCode = ErrorCode | PageErrorCode

const pageErrorCodes = ['network', 'invalid_answer', 'frame_timeout', 'frame_blocked'] as const
type PageErrorCode = (typeof pageErrorCodes)[number]

/** Returns true for a code that only the page can find. */
export function isPageErrorCode(code: string): code is PageErrorCode {
  return (pageErrorCodes as readonly string[]).includes(code) // Includes takes its own members only.
}

/** Data of a {@link ChatError}. */
export interface ChatErrorParameters {
  code: ChatErrorCode
  message: string
  retryable: boolean
  retryAfterMs?: number | undefined
  requestId?: string | undefined
  cause?: unknown
}

/** Everything this package throws. The message is for developers and never holds a link. */
export class ChatError extends Error {
  override readonly name = 'ChatError'
  readonly code: ChatErrorCode
  /** True where the same request may succeed later. */
  readonly retryable: boolean
  /** Time that the server asks to wait. */
  readonly retryAfterMs: number | undefined
  /** Identifies the request in the CRM's log. */
  readonly requestId: string | undefined

  constructor({ code, message, retryable, retryAfterMs, requestId, cause }: ChatErrorParameters) {
    super(message, { cause })
    this.code = code
    this.retryable = retryable
    this.retryAfterMs = retryAfterMs
    this.requestId = requestId
  }
}
