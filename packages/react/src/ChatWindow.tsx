'use client'

import type { ReactNode } from 'react'
import { ChatWindowView, type ChatWindowViewProps } from './ChatWindowView.tsx'

/** Props of {@link ChatWindow}. */
export type ChatWindowProps = ChatWindowViewProps

/**
 * A messenger's chat window: the chats of one card, or all of the user's. It fills its parent, and says in plain words
 * why when it cannot open. Objects written inline never reload it.
 * @example
 * <ChatWindow scope="card" chats={[{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' }]} />
 */
export function ChatWindow({ className = '', ...props }: ChatWindowProps): ReactNode {
  return <ChatWindowView {...props} className={`cc:rounded-panel cc:border cc:border-line ${className}`} />
}
