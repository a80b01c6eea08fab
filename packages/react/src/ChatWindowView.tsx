'use client'

import { type ChatLabelOverrides, createChatLabels } from '@crm-chat/core'
import type { ReactNode } from 'react'
import { ChatWindowError } from './ChatWindowError.tsx'
import { ChatWindowSkeleton } from './ChatWindowSkeleton.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { type UseChatWindowOptions, useChatWindow } from './useChatWindow.ts'

/** Props of {@link ChatWindowView}. */
export type ChatWindowViewProps = UseChatWindowOptions & {
  className?: string | undefined
  /** Own words, to translate or to change them. */
  labels?: ChatLabelOverrides | undefined
}

/** A chat window and all its states, without an edge of its own. */
export function ChatWindowView({ className = '', labels, ...options }: ChatWindowViewProps): ReactNode {
  const { containerRef, state, offline, retry } = useChatWindow(options)
  const words = createChatLabels(labels)
  const isOpening = state.status === 'idle' || state.status === 'loading'
  return (
    <section
      className={`cc-root cc:@container cc:relative cc:h-full cc:min-h-90 cc:w-full cc:overflow-hidden cc:bg-surface cc:text-ink ${className}`}
      aria-label={options.title ?? 'Chat'}
      aria-busy={isOpening}
      data-status={state.status}
    >
      <div ref={containerRef} className="cc:absolute cc:inset-0" />
      {isOpening ? <ChatWindowSkeleton label={words.loading} withList={options.scope === 'global'} /> : null}
      {state.status === 'error' ? <ChatWindowError state={state} labels={words} onRetry={retry} /> : null}
      {offline ? <OfflineNotice text={words.offline} /> : null}
    </section>
  )
}
