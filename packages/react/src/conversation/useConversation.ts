'use client'

import { type Conversation, type ConversationSource, createConversation } from '@crm-chat/core/conversation'
import { useEffect, useState } from 'react'

/**
 * Keeps a conversation open while the component is there. The source is created once: give the component a `key` to show
 * another chat.
 * @example
 * const conversation = useConversation(() => createProxySource(chat, { chat: { chatType: 'whatsapp', chatId: '79998887766' } }))
 */
export function useConversation(createSource: () => ConversationSource): Conversation | null {
  const [source] = useState(createSource)
  const [conversation, setConversation] = useState<Conversation | null>(null)
  useEffect(() => {
    const opened = createConversation(source)
    setConversation(opened)
    return opened.close
  }, [source])
  return conversation
}
