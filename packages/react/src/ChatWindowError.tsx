'use client'

import type { ChatLabels, ChatWindowState } from '@crm-chat/core'
import type { ReactNode } from 'react'

/** Props of {@link ChatWindowError}. */
export interface ChatWindowErrorProps {
  state: Extract<ChatWindowState, { status: 'error' }>
  labels: ChatLabels
  onRetry: () => void
}

/** The reason why a window did not open, with a button to try again. */
export function ChatWindowError({ state, labels, onRetry }: ChatWindowErrorProps): ReactNode {
  const { code, reason, message, retryable, requestId, help } = state
  return (
    <>
      <span aria-hidden="true" className="cc-failure-emblem" />
      <p className="cc-failure-title">{labels.failed}</p>
      <p className="cc-failure-reason">{labels.errors[code] ?? reason}</p>
      {code === 'invalid_request' ? <code className="cc-failure-detail">{message}</code> : null}
      <button type="button" className="cc-button cc-retry" data-retryable={retryable} onClick={onRetry}>
        {labels.retry}
      </button>
      {help ? (
        <a className="cc-failure-help" href={help} target="_blank" rel="noreferrer">
          {labels.help}
        </a>
      ) : null}
      {requestId ? <p className="cc-failure-request">{`${labels.requestId} ${requestId}`}</p> : null}
    </>
  )
}
