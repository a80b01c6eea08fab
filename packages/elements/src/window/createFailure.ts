import type { ChatLabels, ChatWindowState } from '@crm-chat/core'
import { createIcon } from '../createIcon.ts'
import { createNode } from '../createNode.ts'

/** Parameters of {@link createFailure}. */
export interface FailureParameters {
  state: Extract<ChatWindowState, { status: 'error' }>
  labels: ChatLabels
  onRetry: () => void
}

/** Why a window did not open, and the way to try again. */
export function createFailure({ state, labels, onRetry }: FailureParameters): HTMLElement {
  const { code, message, retryable, requestId } = state
  const failure = createNode('div', { class: 'failure' }, [
    createNode('span', { class: 'emblem' }, [createIcon({ name: 'broken' })]),
    createNode('p', { class: 'heading', text: labels.failed }),
    createNode('p', { class: 'reason', text: labels.errors[code] }),
  ])
  if (code === 'invalid_request') failure.append(createNode('code', { class: 'detail', text: message }))
  const look = retryable ? 'retry promising' : 'retry'
  failure.append(
    createNode('button', { class: look, text: labels.retry, attributes: { type: 'button' }, onClick: onRetry }),
  )
  if (requestId) failure.append(createNode('p', { class: 'request', text: `${labels.requestId} ${requestId}` }))
  return createNode('div', { class: 'state', attributes: { role: 'alert' } }, [failure])
}
