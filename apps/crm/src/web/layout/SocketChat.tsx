import { createChat } from '@crm-chat/core'
import { socketIo } from '@crm-chat/core/socket-io'
import { type ChatLocale, ChatProvider } from '@crm-chat/react'
import { type ReactNode, useState } from 'react'

/** Props of {@link SocketChat}. */
export interface SocketChatProps {
  userId: string
  locale: ChatLocale
  children: ReactNode
}

/** Shares a client whose live values come over Socket.IO. It is connected as long as a component needs them. */
export function SocketChat({ userId, locale, children }: SocketChatProps): ReactNode {
  const [chat] = useState(() => createChat({ endpoint: '/chat', userId, transport: socketIo() }))
  return (
    <ChatProvider chat={chat} locale={locale}>
      {children}
    </ChatProvider>
  )
}
