import { errorStatuses, isErrorCode } from '@crm-chat/protocol/wire/errorCodes'
import { ChatError, type ChatErrorCode } from '../ChatError.ts'

/** A failure that a test sets: its code, and what else the proxy says of it. */
export interface TestError {
  error: ChatErrorCode
  /** @default by the code */
  retryable?: boolean | undefined
  retryAfterMs?: number | undefined
  /** @default 'A test has set this error.' */
  message?: string | undefined
  requestId?: string | undefined
}

/** Returns true for a failure, and false for the body of a response. */
export function isTestError(value: unknown): value is TestError {
  return typeof Object(value).error === 'string'
}

/** Makes the error that the client would throw. */
export function toChatError({ error: code, message = 'A test has set this error.', ...data }: TestError): ChatError {
  const { retryable = isRetryable(code), retryAfterMs, requestId } = data
  return new ChatError({ code, message, retryable, retryAfterMs, requestId })
}

function isRetryable(code: ChatErrorCode): boolean {
  if (!isErrorCode(code)) return !['invalid_answer', 'frame_blocked', 'frame_refused'].includes(code)
  return code === 'rate_limited' || (errorStatuses[code] >= 500 && !lasting.includes(code))
}

/** Codes of a server that would say the same again. */
const lasting: ChatErrorCode[] = ['not_supported', 'upstream_auth', 'upstream_refused']
