'use client'

import { type ChatClient, createChat } from '@crm-chat/core'
import { type ReactNode, useMemo } from 'react'
import { ChatContext } from './ChatContext.ts'

/** Props of {@link ChatProvider}. */
export interface ChatProviderProps {
  /** Where the CRM has mounted the proxy. @default '/chat' */
  endpoint?: string | undefined
  /** A client of your own making, e.g. with another transport. `endpoint` is then not read. */
  chat?: ChatClient | undefined
  children?: ReactNode
}

/**
 * Gives every chat component below it one connection to the proxy. Adds no element, and sends nothing by itself.
 * @example
 * <ChatProvider endpoint="/chat"><App /></ChatProvider>
 */
export function ChatProvider({ endpoint, chat, children }: ChatProviderProps): ReactNode {
  const client = useMemo(() => chat ?? createChat({ endpoint }), [chat, endpoint])
  return <ChatContext.Provider value={client}>{children}</ChatContext.Provider>
}
