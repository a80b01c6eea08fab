'use client'

import type { ChatLabelOverrides } from '@crm-chat/core'
import type { Chat, FrameMessage } from '@crm-chat/protocol'
import { type ReactNode, useCallback, useId, useRef, useState } from 'react'
import { ChatIcon } from './icons/ChatIcon.tsx'
import { CloseIcon } from './icons/CloseIcon.tsx'
import { LauncherPanel } from './LauncherPanel.tsx'
import { UnansweredBadge } from './UnansweredBadge.tsx'
import { useEscape } from './useEscape.ts'

/** Props of {@link ChatLauncher}. */
export interface ChatLauncherProps {
  /** Corner of the page. @default 'bottom-end' */
  placement?: 'bottom-end' | 'bottom-start' | undefined
  /** Heading of the panel. @default 'Chats' */
  title?: string | undefined
  /** Chat that is open at first. */
  activeChat?: Chat | undefined
  /** What the vendor's frame posts: its user opened or creates a deal. */
  onEvent?: ((message: FrameMessage) => void) | undefined
  /** Own words, to translate or to change them. */
  labels?: ChatLauncherLabels | undefined
  className?: string | undefined
}

/** Words of a {@link ChatLauncher}: those of its window, and its button's. */
export interface ChatLauncherLabels extends ChatLabelOverrides {
  /** @default 'Open chats' */
  open?: string
  /** @default 'Close chats' */
  close?: string
  /** What assistive technology says of the badge. @default (count) => `${count} unanswered` */
  unanswered?: (count: number) => string
}

/**
 * A floating button with the badge; it opens a panel with all of the user's chats. The window is created when it is
 * first opened and stays alive when the panel is closed.
 */
export function ChatLauncher(props: ChatLauncherProps): ReactNode {
  const { placement = 'bottom-end', title = 'Chats', activeChat, onEvent, labels = {}, className = '' } = props
  const { open: openLabel = 'Open chats', close: closeLabel = 'Close chats', unanswered, ...windowLabels } = labels
  const [state, setState] = useState<'never-opened' | 'open' | 'closed'>('never-opened')
  const rootRef = useRef<HTMLDivElement>(null)
  const buttonRef = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  const isOpen = state === 'open'
  const close = useCallback(() => {
    setState('closed')
    buttonRef.current?.focus()
  }, [])
  useEscape({ ref: rootRef, enabled: isOpen, onEscape: close })

  return (
    <div ref={rootRef} className={`cc-root cc:fixed cc:z-layer ${corners[placement]} ${className}`}>
      {state === 'never-opened' ? null : (
        <LauncherPanel
          id={panelId}
          isOpen={isOpen}
          placement={placement}
          title={title}
          closeLabel={closeLabel}
          onClose={close}
          window={{ scope: 'global', activeChat, onEvent, labels: windowLabels }}
        />
      )}
      <button
        ref={buttonRef}
        type="button"
        className={`cc-button ${buttonLook}`}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-controls={state === 'never-opened' ? undefined : panelId}
        onClick={() => (isOpen ? close() : setState('open'))}
      >
        {isOpen ? <CloseIcon /> : <ChatIcon />}
        <span className="cc:sr-only">{isOpen ? closeLabel : `${openLabel} `}</span>
        {isOpen ? null : <UnansweredBadge label={unanswered} className={badgeLook} />}
      </button>
    </div>
  )
}

const corners = {
  'bottom-end': 'cc:end-[max(20px,env(safe-area-inset-right))] cc:bottom-[max(20px,env(safe-area-inset-bottom))]',
  'bottom-start': 'cc:start-[max(20px,env(safe-area-inset-left))] cc:bottom-[max(20px,env(safe-area-inset-bottom))]',
}
const buttonLook =
  'cc:relative cc:flex cc:size-14 cc:items-center cc:justify-center cc:rounded-full cc:bg-accent cc:text-on-accent cc:shadow-float cc:transition cc:duration-150 cc:hover:bg-accent-strong cc:active:scale-95 cc:focus-visible:outline-2 cc:focus-visible:outline-offset-3 cc:focus-visible:outline-accent cc:motion-reduce:transition-none'
const badgeLook = 'cc:absolute cc:-end-1 cc:-top-1 cc:ring-2 cc:ring-surface'
