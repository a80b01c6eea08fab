'use client'

import type { ChatClient, ChatLocale, UnansweredState } from '@crm-chat/core'
import { createChat } from '@crm-chat/core/client'
import { type ReactNode, useEffect, useInsertionEffect, useMemo } from 'react'
import type { LookProps } from './lookProps.ts'
import { ChatContext } from './useChat.ts'
import { useOnUnanswered } from './useUnanswered.ts'

/** Props of {@link ChatProvider}. */
export interface ChatProviderProps extends LookProps {
  /** Path or URL at which the CRM has mounted the proxy. @default '/chat' */
  endpoint?: string | undefined
  /** Id of the CRM's user: another one gets a client of their own, and `@crm-chat/react/query` keeps their data apart. */
  userId?: string | undefined
  /** A client of your own, e.g. with another transport. `endpoint` and `userId` are ignored then. */
  chat?: ChatClient | undefined
  /**
   * Language of the components: a name, `auto` for that of the page, or imported words. A client of your own has an option for
   * it, which a server needs. @default 'en'
   */
  locale?: ChatLocale | undefined
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
  const { endpoint, userId, chat, locale } = look
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is no other client.
  const client = useMemo(() => chat ?? createChat({ endpoint, userId, locale }), [chat, endpoint, userId])
  useEffect(() => {
    if (locale) client.words.setState(locale)
  }, [client, locale])
  // Of all effects, only this kind outlives `<Activity>` and StrictMode's rehearsal: it ends with the component itself.
  useInsertionEffect(() => {
    if (!chat) return () => queueMicrotask(client.close) // Components below end in the same moment, and may not be updated then.
  }, [chat, client])
  useOnUnanswered(client, look.onUnanswered)
  return <ChatContext.Provider value={{ client, look }}>{look.children}</ChatContext.Provider>
}
