'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes, useId } from 'react'
import { PanelContent } from './PanelContent.tsx'
import type { CardPanelProps } from './panelProps.ts'
import { useLook } from './useLook.ts'
import type { WindowHandle } from './WindowView.tsx'

/** Props of {@link ChatPanel}. */
export type ChatPanelProps = CardPanelProps & {
  /** Called when its user closes it. Without it there is no button for that. */
  onClose?: (() => void) | undefined
  /** True while it is out of sight: another window of the same chats has the frame then. */
  hidden?: boolean | undefined
}

/**
 * A chat window in the page, under a bar with its heading. It fills its parent.
 * @example
 * <ChatPanel label="Ann" chats={chats} onClose={() => setContact(undefined)} />
 */
export const ChatPanel: ForwardRefExoticComponent<ChatPanelProps & RefAttributes<WindowHandle>> = forwardRef(
  function ChatPanel({ onClose, hidden = false, ...panel }: ChatPanelProps, handle) {
    const look = useLook(panel)
    const titleId = `${useId()}-title`
    return (
      <section {...look.root('panel')} data-kind="inline" aria-labelledby={titleId}>
        <PanelContent panel={panel} look={look} titleId={titleId} hidden={hidden} onClose={onClose} handle={handle} />
      </section>
    )
  },
)
