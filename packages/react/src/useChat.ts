'use client'

import type { ChatClient } from '@crm-chat/core'
import { createContext, useContext } from 'react'
import type { LookProps } from './lookProps.ts'

/** Carries the page's one client from the provider to the hooks, and the look of the components below it. */
export const ChatContext = createContext<{ client: ChatClient; look: LookProps } | null>(null)

/** The client of the provider above. @throws {Error} when there is no `<ChatProvider>` above. */
export function useChat(): ChatClient {
  return useProvided().client
}

/** What the provider above carries. @throws {Error} when there is none. */
export function useProvided(): { client: ChatClient; look: LookProps } {
  const provided = useContext(ChatContext)
  if (!provided) throw new Error('Put a <ChatProvider> around your app.')
  return provided
}
