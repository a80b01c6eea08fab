import type { ErrorCode } from '@crm-chat/protocol'

/**
 * Reason of a failed chat operation: a code of the proxy, or one that only the page can find.
 * `network`: no response came. `invalid_answer`: the response is not the proxy's. The `frame_…` codes explain why the vendor's
 * page is not shown: `docs/frames.md` describes each.
 */
export type ChatErrorCode =
  | ErrorCode
  | 'network'
  | 'invalid_answer'
  | 'frame_timeout'
  | 'frame_blocked'
  | 'frame_unreachable'
  | 'frame_empty'
  | 'frame_failed'
  | 'frame_refused'

/** Data of a {@link ChatError}. */
export interface ChatErrorParameters {
  code: ChatErrorCode
  message: string
  retryable: boolean
  retryAfterMs?: number | undefined
  requestId?: string | undefined
  /** The proxy's own sentence, e.g. `The channel is switched off.` */
  explanation?: string | undefined
  cause?: unknown
}

/**
 * Everything this package throws. The message is for developers and never holds a link. An error of another copy of this
 * package, e.g. of another bundle, is an instance too.
 */
export class ChatError extends Error {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return Object(error).name === 'ChatError'
  }

  declare readonly code: ChatErrorCode
  /** True where the same request may succeed later. */
  declare readonly retryable: boolean
  /** Time that the server asks to wait. */
  declare readonly retryAfterMs: number | undefined
  /** Identifies the request in the CRM's log. */
  declare readonly requestId: string | undefined
  /** The proxy's own sentence, in English, e.g. `The channel is switched off.` */
  declare readonly explanation: string | undefined

  constructor({ message, cause, ...data }: ChatErrorParameters) {
    super(message, { cause })
    Object.assign(this, { name: 'ChatError', ...data })
  }
}
