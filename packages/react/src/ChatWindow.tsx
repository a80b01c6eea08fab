'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { type ChatWindowProps, type WindowHandle, WindowView } from './WindowView.tsx'

/**
 * A messenger's chat window: the chats of one card, or all of the user's. It fills its parent. When it cannot open, it
 * explains the reason. Objects written inline never reload it.
 * @example
 * <ChatWindow chats={[{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' }]} />
 */
export const ChatWindow: ForwardRefExoticComponent<ChatWindowProps & RefAttributes<WindowHandle>> = forwardRef(
  function ChatWindow(props: ChatWindowProps, handle) {
    return <WindowView window={props} isNamed handle={handle} />
  },
)
