'use client'

import type { ChatClient } from '@crm-chat/core'
import { useContext } from 'react'
import { ChatContext } from './ChatContext.ts'

/** The client of the {@link ChatProvider} above. @throws {Error} when there is none. */
export function useChat(): ChatClient {
  const chat = useContext(ChatContext)
  if (!chat) throw new Error('No <ChatProvider> above this component: put one around your app.')
  return chat
}
