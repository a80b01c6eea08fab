import { ChatWindow } from '@crm-chat/react'
import type { ReactNode } from 'react'

/** All of the user's chats, over the whole page. */
export function ChatsPage(): ReactNode {
  return (
    <div className="h-full sm:p-4">
      <title>Chats · Northdesk</title>
      <h1 className="sr-only">Chats</h1>
      <ChatWindow label="All chats" className="max-sm:rounded-none max-sm:border-0" />
    </div>
  )
}
