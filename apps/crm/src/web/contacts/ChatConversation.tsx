import '@crm-chat/react/conversation.css'
import { useChat } from '@crm-chat/react'
import { Conversation, createProxySource, useConversation } from '@crm-chat/react/conversation'
import type { ReactNode } from 'react'
import type { ContactChat } from '../../api/chat.ts'
import { useWords } from '../words/speech.ts'

/** A chat as a conversation of the CRM's own. */
export function ChatConversation({ chat, name }: { chat: ContactChat; name: string }): ReactNode {
  const words = useWords()
  const client = useChat()
  const conversation = useConversation(() => createProxySource(client, { chat }))
  return <Conversation conversation={conversation} label={words.chats.messagesWith(name)} />
}
