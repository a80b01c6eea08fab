'use client'

import type { ChatLabelOverrides } from '@crm-chat/core'
import { holdBack } from '@crm-chat/core/look'
import type { Capability, Chat, FrameMessage } from '@crm-chat/protocol'
import { type ReactNode, useCallback, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { LauncherPanel } from './LauncherPanel.tsx'
import { UnansweredBadge } from './UnansweredBadge.tsx'
import { useChat } from './useChat.ts'
import { useEscape } from './useEscape.ts'
import { useWords } from './useWords.ts'

/** Props of {@link ChatLauncher}. */
export interface ChatLauncherProps {
  /** Corner of the page. @default 'bottom-end' */
  placement?: 'bottom-end' | 'bottom-start' | undefined
  /** Name of the panel, also shown as its heading. @default 'Chats' */
  label?: string | undefined
  /** Chat to open first. */
  activeChat?: Chat | undefined
  /** Called with messages that the vendor's frame posts, e.g. when its user opens or creates a deal. */
  onEvent?: ((message: FrameMessage) => void) | undefined
  /** Own words, to translate or to change them. */
  labels?: ChatLabelOverrides | undefined
  className?: string | undefined
}

/**
 * A floating button with the badge; it opens a panel with all of the user's chats. The window is created when the panel
 * is first opened, and stays alive while it is closed. Renders nothing where the proxy offers no window of all chats.
 */
export function ChatLauncher(props: ChatLauncherProps): ReactNode {
  const { placement = 'bottom-end', activeChat, onEvent, labels, className = '' } = props
  const words = useWords(labels)
  const { label = words.chats } = props
  const hasWindow = useCapability('window')
  const [state, setState] = useState<'never-opened' | 'open' | 'closed'>('never-opened')
  const rootRef = useRef<HTMLDivElement>(null)
  const buttonRef = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  const isOpen = state === 'open'
  const leaveBack = useRef<() => void>(undefined)
  const close = useCallback(() => {
    leaveBack.current?.()
    setState('closed')
  }, [])
  const open = (): void => {
    leaveBack.current = holdBack(close)
    setState('open')
  }
  useEffect(() => () => leaveBack.current?.(), [])
  useEffect(() => (isOpen ? () => buttonRef.current?.focus() : undefined), [isOpen])
  useEscape({ ref: rootRef, enabled: isOpen, onEscape: close })

  if (!hasWindow) return null
  return (
    <div
      ref={rootRef}
      className={`cc-root cc-launcher ${className}`}
      data-placement={placement}
      lang={words.lang}
      dir={words.dir}
    >
      {state === 'never-opened' ? null : (
        <LauncherPanel
          id={panelId}
          isOpen={isOpen}
          label={label}
          closeLabel={words.close}
          onClose={close}
          window={{ activeChat, onEvent, labels }}
        />
      )}
      <button
        ref={buttonRef}
        type="button"
        className="cc-button cc-toggle"
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-controls={state === 'never-opened' ? undefined : panelId}
        onClick={isOpen ? close : open}
      >
        <span aria-hidden="true" className={`cc-icon cc-icon-${isOpen ? 'close' : 'chat'}`} />
        <span className="cc-spoken">{isOpen ? words.close : `${words.open} `}</span>
        {isOpen ? null : <UnansweredBadge label={labels?.unanswered} labels={labels?.badge} />}
      </button>
    </div>
  )
}

/** Returns false once the proxy is known not to offer this. */
function useCapability(name: Capability): boolean {
  const { capabilities } = useChat()
  const { subscribe, getState, getInitialState } = capabilities
  return useSyncExternalStore(subscribe, getState, getInitialState)?.includes(name) ?? true
}
