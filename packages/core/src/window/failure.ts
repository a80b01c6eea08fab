import { ChatError, type ChatErrorCode } from '../ChatError.ts'
import { errorReasons } from '../words/errorReasons.ts'
import type { ChatWindowState } from './chatWindowState.ts'

/** State of a window that did not open. An error that nobody expects goes to the page's own error reporting, too. */
function toErrorState(error: unknown): ChatWindowState {
  const known = error instanceof ChatError
  if (!known) reportError(error)
  const { code, message, retryable, requestId } = known ? error : unexpected
  return {
    status: 'error',
    code,
    reason: errorReasons[code] ?? errorReasons.internal,
    message,
    retryable,
    requestId,
    help: toHelp(code),
  }
}

const unexpected = {
  code: 'internal',
  message: 'The chat window failed.',
  retryable: true,
  requestId: undefined,
} as const

function toHelp(code: ChatErrorCode): string | undefined {
  return code.startsWith('frame_') ? `https://github.com/crm-chat/crm-chat/blob/main/docs/frames.md#${code}` : undefined
}

/** The part of the client that explains why a window did not open. */
export const failure = { toErrorState }
