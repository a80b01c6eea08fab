import '@crm-chat/react/conversation.css'
import { useChat } from '@crm-chat/react'
import { Conversation, createProxySource, useConversation } from '@crm-chat/react/conversation'
import type { ReactNode } from 'react'
import type { ContactChat } from '../../api/chat.ts'
import { useWords } from '../words/speech.ts'

interface ChatConversationProps {
  chat: ContactChat
  /** Name of the contact. */
  name: string
  readOnly: boolean
}

/** A chat as a conversation of the CRM's own. */
export function ChatConversation({ chat, name, readOnly }: ChatConversationProps): ReactNode {
  const words = useWords()
  const client = useChat()
  const conversation = useConversation(() => createProxySource(client, { chat, readOnly }))
  return <Conversation conversation={conversation} label={words.chats.messagesWith(name)} />
}
