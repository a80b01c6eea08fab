'use client'

import type { ChatClient } from '@crm-chat/core'
import { createContext, useContext } from 'react'

/** Carries the page's one client from the provider to the hooks. */
export const ChatContext = createContext<ChatClient | null>(null)

/** The client of the provider above. @throws {Error} when there is no `<ChatProvider>` above. */
export function useChat(): ChatClient {
  const chat = useContext(ChatContext)
  if (!chat) throw new Error('Put a <ChatProvider> around your app.')
  return chat
}
