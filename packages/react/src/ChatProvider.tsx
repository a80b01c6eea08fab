'use client'

import type { ChatClient, UnansweredState } from '@crm-chat/core'
import { createChat } from '@crm-chat/core/client'
import { type ReactNode, useInsertionEffect, useMemo } from 'react'
import type { LookProps } from './lookProps.ts'
import { ChatContext } from './useChat.ts'
import { useOnUnanswered } from './useUnanswered.ts'

/** Props of {@link ChatProvider}. */
export interface ChatProviderProps extends LookProps {
  /** Path or URL at which the CRM has mounted the proxy. @default '/chat' */
  endpoint?: string | undefined
  /** A client of your own, e.g. with another transport. `endpoint` is ignored then. */
  chat?: ChatClient | undefined
  /** Called with the state of the number of messages without a reply, and with each change of it. It opens the live connection. */
  onUnanswered?: ((state: UnansweredState) => void) | undefined
  children?: ReactNode
}

/**
 * Shares one connection to the proxy with every chat component below. Adds no element and sends nothing by itself.
 * A client that it has made itself is closed with it.
 * @example
 * <ChatProvider endpoint="/chat"><App /></ChatProvider>
 */
export function ChatProvider(look: ChatProviderProps): ReactNode {
  const { endpoint, chat } = look
  const client = useMemo(() => chat ?? createChat({ endpoint }), [chat, endpoint])
  // Of all effects, only this kind outlives `<Activity>` and StrictMode's rehearsal: it ends with the component itself.
  useInsertionEffect(() => {
    if (!chat) return () => queueMicrotask(client.close) // Components below end in the same moment, and may not be updated then.
  }, [chat, client])
  useOnUnanswered(client, look.onUnanswered)
  return <ChatContext.Provider value={{ client, look }}>{look.children}</ChatContext.Provider>
}
