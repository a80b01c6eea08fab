'use client'

import type { ChatLabelOverrides } from '@crm-chat/core'
import { checkStyles } from '@crm-chat/core/look'
import { type ForwardedRef, type ReactNode, useEffect, useImperativeHandle, useRef } from 'react'
import type { LookProps } from './lookProps.ts'
import { type UseChatWindowOptions, useChatWindow } from './useChatWindow.ts'
import { useLook } from './useLook.ts'
import { useWords } from './useWords.ts'
import { WindowNotice } from './WindowNotice.tsx'
import type { WindowSlots } from './windowSlots.ts'

/** Handle of a window. */
export interface WindowHandle {
  /** Opens it anew, with another link. */
  retry: () => void
  /** Moves the focus into the vendor's page, once it is there. */
  focus: () => void
}

/** Props of {@link ChatWindow}. */
export type ChatWindowProps = UseChatWindowOptions &
  LookProps & {
    className?: string | undefined
    /** Own words, to translate or to change them. */
    labels?: ChatLabelOverrides | undefined
    /** Content of your own. */
    slots?: WindowSlots | undefined
  }

/** Props of {@link WindowView}. */
export interface WindowViewProps {
  window: ChatWindowProps
  /** False where something around it has its name: it is no landmark of its own then. */
  isNamed: boolean
  handle: ForwardedRef<WindowHandle>
}

/** A window with everything that it shows in place of the vendor's page. */
export function WindowView({ window: options, isNamed, handle }: WindowViewProps): ReactNode {
  const { labels, slots = {} } = options
  const words = useWords(labels)
  const { label = words.chat } = options
  const { containerRef, state, offline, retry, focus, showHere } = useChatWindow({ ...options, label })
  const look = useLook(options)
  const rootRef = useRef<HTMLElement>(null)
  useEffect(() => checkStyles(rootRef.current), [])
  useImperativeHandle(handle, () => ({ retry, focus }), [retry, focus])
  const isOpening = state.status === 'idle' || state.status === 'loading'
  return (
    <section
      ref={rootRef}
      {...look.root('window')}
      aria-label={isNamed ? label : undefined}
      aria-busy={isOpening}
      data-status={state.status}
    >
      <p role="status" className="cc-offline">
        {offline ? words.offline : null}
      </p>
      <div className="cc-stage">
        <div ref={containerRef} className="cc-frame" />
        <WindowNotice state={state} slots={slots} words={words} retry={retry} showHere={showHere} />
      </div>
      {state.status === 'ready' && !state.confirmed ? (
        <button type="button" className="cc-button cc-doubt" onClick={retry}>
          {words.doubt}
        </button>
      ) : null}
    </section>
  )
}
