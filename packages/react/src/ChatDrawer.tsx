'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes, useId } from 'react'
import { OverlayPanel } from './OverlayPanel.tsx'
import type { CardPanelProps } from './panelProps.ts'
import { useLook } from './useLook.ts'
import { type OpenProps, type OverlayHandle, useOpen } from './useOpen.ts'

/** Props of {@link ChatDrawer}. */
export type ChatDrawerProps = CardPanelProps &
  OpenProps & {
    /** Edge of the page: where a line begins, or where it ends. @default 'end' */
    side?: 'start' | 'end' | undefined
    /** Keeps its user from the rest of the page while it is open. @default false */
    modal?: boolean | undefined
  }

/**
 * A panel with chats at an edge of the page, over it. Its window is created when it is first opened, and stays alive while it
 * is closed. On a phone it fills the screen, and the back button closes it.
 * @example
 * <ChatDrawer open={isOpen} onOpenChange={setIsOpen} chats={chats} />
 */
export const ChatDrawer: ForwardRefExoticComponent<ChatDrawerProps & RefAttributes<OverlayHandle>> = forwardRef(
  function ChatDrawer({ side = 'end', modal, open, defaultOpen, onOpenChange, ...panel }: ChatDrawerProps, handle) {
    const state = useOpen({ open, defaultOpen, onOpenChange }, handle)
    const look = useLook(panel)
    const id = useId()
    if (!state.wasOpened) return null
    return (
      <OverlayPanel
        id={id}
        kind="drawer"
        side={side}
        modal={modal ?? false}
        state={state}
        attributes={look.root('panel')}
        panel={panel}
        look={look}
      />
    )
  },
)
