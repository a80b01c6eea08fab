import type { ChatClient, ChatLocale } from '@crm-chat/core'
import { createChat } from '@crm-chat/core/client'

const clients = new Map<string, ChatClient>()

/** The page's one client for an endpoint: elements with the same endpoint share its live connection. */
export function sharedChat(endpoint: string | null): ChatClient {
  const name = endpoint ?? '/chat'
  const client = clients.get(name) ?? createChat({ endpoint: name, locale: pageLocale })
  clients.set(name, client)
  return client
}

let pageLocale: ChatLocale | undefined

/** Changes the language of all elements, those to come included, but for elements with one of their own. */
export function setPageLocale(locale: ChatLocale): void {
  pageLocale = locale
  for (const { words } of clients.values()) words.setState(locale)
}
