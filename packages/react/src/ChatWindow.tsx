'use client'

import type { ChatLabelOverrides } from '@crm-chat/core'
import { checkStyles } from '@crm-chat/core/look'
import { type ReactNode, useEffect, useRef } from 'react'
import { ChatWindowError } from './ChatWindowError.tsx'
import { type UseChatWindowOptions, useChatWindow } from './useChatWindow.ts'
import { useWords } from './useWords.ts'

/** Props of {@link ChatWindow}. */
export type ChatWindowProps = UseChatWindowOptions & {
  className?: string | undefined
  /** Own words, to translate or to change them. */
  labels?: ChatLabelOverrides | undefined
}

/**
 * A messenger's chat window: the chats of one card, or all of the user's. It fills its parent. When it cannot open, it
 * explains the reason. Objects written inline never reload it.
 * @example
 * <ChatWindow chats={[{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' }]} />
 */
export function ChatWindow({ className = '', labels, ...options }: ChatWindowProps): ReactNode {
  const words = useWords(labels)
  const { label = words.chat } = options
  const { containerRef, state, offline, retry, showHere } = useChatWindow({ ...options, label })
  const rootRef = useRef<HTMLElement>(null)
  useEffect(() => checkStyles(rootRef.current), [])
  const isOpening = state.status === 'idle' || state.status === 'loading'
  return (
    <section
      ref={rootRef}
      className={`cc-root cc-window ${className}`}
      lang={words.lang}
      dir={words.dir}
      aria-label={label}
      aria-busy={isOpening}
      data-status={state.status}
    >
      <p role="status" className="cc-offline">
        {offline ? words.offline : null}
      </p>
      <div className="cc-stage">
        <div ref={containerRef} className="cc-frame" />
        {isOpening ? (
          <div role="status" className="cc-loading">
            <span className="cc-spoken">{words.loading}</span>
            <div aria-hidden="true" className="cc-skeleton">
              <i />
              <i />
              <i />
              <i />
              <i />
            </div>
          </div>
        ) : null}
        {state.status === 'error' ? <ChatWindowError state={state} words={words} onRetry={retry} /> : null}
        {state.status === 'elsewhere' ? (
          <div className="cc-failure">
            <p className="cc-failure-reason">{words.elsewhere}</p>
            <button type="button" className="cc-button cc-retry" onClick={showHere}>
              {words.showHere}
            </button>
          </div>
        ) : null}
      </div>
      {state.status === 'ready' && !state.confirmed ? (
        <button type="button" className="cc-button cc-doubt" onClick={retry}>
          {words.doubt}
        </button>
      ) : null}
    </section>
  )
}
