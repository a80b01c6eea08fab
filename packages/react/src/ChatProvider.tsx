'use client'

import type { ChatClient } from '@crm-chat/core'
import { createChat } from '@crm-chat/core/client'
import { type ReactNode, useMemo } from 'react'
import { ChatContext } from './useChat.ts'

/** Props of {@link ChatProvider}. */
export interface ChatProviderProps {
  /** Path or URL at which the CRM has mounted the proxy. @default '/chat' */
  endpoint?: string | undefined
  /** A client of your own, e.g. with another transport. `endpoint` is ignored then. */
  chat?: ChatClient | undefined
  children?: ReactNode
}

/**
 * Shares one connection to the proxy with every chat component below. Adds no element and sends nothing by itself.
 * @example
 * <ChatProvider endpoint="/chat"><App /></ChatProvider>
 */
export function ChatProvider({ endpoint, chat, children }: ChatProviderProps): ReactNode {
  const client = useMemo(() => chat ?? createChat({ endpoint }), [chat, endpoint])
  return <ChatContext.Provider value={client}>{children}</ChatContext.Provider>
}
