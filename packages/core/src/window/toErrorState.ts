import type { ChatErrorCode } from '../ChatError.ts'
import { isChatError } from '../failToLoad.ts'
import type { ChatWindowState } from './chatWindowState.ts'

/** State of a window that did not open. An error that nobody expects goes to the page's own error reporting, too. */
export function toErrorState(error: unknown): ChatWindowState {
  const known = isChatError(error)
  if (!known) reportError(error)
  const { code, message, retryable, requestId } = known ? error : unexpected
  return { status: 'error', code, message, retryable, requestId, help: toHelp(code) }
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
