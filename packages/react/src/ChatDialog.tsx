'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes, useId } from 'react'
import { OverlayPanel } from './OverlayPanel.tsx'
import type { CardPanelProps } from './panelProps.ts'
import { useLook } from './useLook.ts'
import { type OpenProps, type OverlayHandle, useOpen } from './useOpen.ts'

/** Props of {@link ChatDialog}. */
export type ChatDialogProps = CardPanelProps & OpenProps

/**
 * A modal panel with chats in the middle of the page. Its window is created when it is first opened, and stays alive while it
 * is closed. On a phone it fills the screen, and the back button closes it.
 * @example
 * <ChatDialog ref={dialog} label="Ann" chats={chats} />
 */
export const ChatDialog: ForwardRefExoticComponent<ChatDialogProps & RefAttributes<OverlayHandle>> = forwardRef(
  function ChatDialog({ open, defaultOpen, onOpenChange, ...panel }: ChatDialogProps, handle) {
    const state = useOpen({ open, defaultOpen, onOpenChange }, handle)
    const look = useLook(panel)
    const id = useId()
    if (!state.wasOpened) return null
    return (
      <OverlayPanel id={id} kind="dialog" state={state} attributes={look.root('panel')} panel={panel} look={look} />
    )
  },
)
