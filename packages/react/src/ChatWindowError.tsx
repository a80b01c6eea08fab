'use client'

import type { ChatLabels, ChatWindowState } from '@crm-chat/core'
import type { ReactNode } from 'react'
import { BrokenChatIcon } from './icons/BrokenChatIcon.tsx'

/** Props of {@link ChatWindowError}. */
export interface ChatWindowErrorProps {
  state: Extract<ChatWindowState, { status: 'error' }>
  labels: ChatLabels
  onRetry: () => void
}

/** Why a window did not open, and the way to try again. */
export function ChatWindowError({ state, labels, onRetry }: ChatWindowErrorProps): ReactNode {
  return (
    <div
      role="alert"
      className="cc:absolute cc:inset-0 cc:flex cc:flex-col cc:items-center cc:justify-center cc:overflow-auto cc:p-6 cc:text-center"
    >
      <span className="cc:mb-4 cc:flex cc:size-12 cc:shrink-0 cc:items-center cc:justify-center cc:rounded-full cc:bg-sunken cc:text-ink-soft">
        <BrokenChatIcon />
      </span>
      <p className="cc:m-0 cc:text-title cc:font-semibold cc:text-ink">{labels.failed}</p>
      <p className="cc:m-0 cc:mt-1 cc:max-w-80 cc:text-body cc:text-balance cc:text-ink-soft">
        {labels.errors[state.code]}
      </p>
      {state.code === 'invalid_request' ? (
        <code className="cc:mt-3 cc:max-w-full cc:rounded-control cc:bg-sunken cc:px-3 cc:py-2 cc:font-mono cc:text-small cc:break-words cc:text-ink-soft">
          {state.message}
        </code>
      ) : null}
      <button
        type="button"
        className={`cc-button ${buttonLook} ${state.retryable ? promisingLook : doubtfulLook}`}
        onClick={onRetry}
      >
        {labels.retry}
      </button>
      {state.requestId ? (
        <p className="cc:m-0 cc:mt-4 cc:font-mono cc:text-small cc:text-ink-soft cc:select-all">
          {labels.requestId} {state.requestId}
        </p>
      ) : null}
    </div>
  )
}

const buttonLook =
  'cc:mt-5 cc:shrink-0 cc:rounded-control cc:px-4 cc:py-2 cc:text-body cc:font-medium cc:transition-colors cc:focus-visible:outline-2 cc:focus-visible:outline-offset-2 cc:focus-visible:outline-accent'
const promisingLook = 'cc:bg-accent cc:text-on-accent cc:hover:bg-accent-strong'
const doubtfulLook = 'cc:bg-surface cc:text-ink cc:ring-1 cc:ring-line cc:ring-inset cc:hover:bg-sunken'
