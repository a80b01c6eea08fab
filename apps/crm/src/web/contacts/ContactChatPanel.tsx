import { ChatWindow } from '@crm-chat/react'
import type { ReactNode } from 'react'
import type { Contact } from '../../api/contact.ts'

/** The contact's chats, and no others. */
export function ContactChatPanel({ contact: { name, chats } }: { contact: Contact }): ReactNode {
  return (
    <ChatWindow
      scope="card"
      chats={chats.map((chat) => ({ ...chat, name }))}
      activeChat={chats[0]}
      title={`Chat with ${name}`}
      className="max-lg:rounded-none max-lg:border-0"
    />
  )
}
