import type { ChatClient } from '@crm-chat/core'
import { createChat } from '@crm-chat/core/client'

const clients = new Map<string, ChatClient>()

/** The page's one client for an endpoint: elements with the same endpoint share its live connection. */
export function sharedChat(endpoint: string | null): ChatClient {
  const name = endpoint ?? '/chat'
  const client = clients.get(name) ?? createChat({ endpoint: name })
  clients.set(name, client)
  return client
}
