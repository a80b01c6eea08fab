'use client'

import type { ChatWindowState, KitWords } from '@crm-chat/core'
import { toReason } from '@crm-chat/core/client'
import type { ReactNode } from 'react'

/** Props of {@link ChatWindowError}. */
export interface ChatWindowErrorProps {
  state: Extract<ChatWindowState, { status: 'error' }>
  words: KitWords
  onRetry: () => void
}

/** The reason why a window did not open, with a button to try again. */
export function ChatWindowError({ state, words, onRetry }: ChatWindowErrorProps): ReactNode {
  const { code, message, retryable, requestId, help } = state
  return (
    <>
      <span aria-hidden="true" className="cc-failure-emblem" />
      <p className="cc-failure-title">{words.failed}</p>
      <p className="cc-failure-reason">{toReason({ state, words })}</p>
      {code === 'invalid_request' ? (
        <code className="cc-failure-detail" lang="en" dir="ltr">
          {message}
        </code>
      ) : null}
      <button type="button" className="cc-button cc-retry" data-retryable={retryable} onClick={onRetry}>
        {words.retry}
      </button>
      {help ? (
        <a className="cc-failure-help" href={help} target="_blank" rel="noreferrer">
          {words.help}
        </a>
      ) : null}
      {requestId ? (
        <p className="cc-failure-request">
          {`${words.requestId} `}
          <bdi>{requestId}</bdi>
        </p>
      ) : null}
    </>
  )
}
