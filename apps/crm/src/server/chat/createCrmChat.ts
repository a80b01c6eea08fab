import { type ChatLogger, type ChatProxy, createChatProxy, wazzupV2 } from '@crm-chat/proxy'
import { ownsChats } from '../contacts/ownsChats.ts'
import { sqliteConversations } from '../conversations/sqliteConversations.ts'
import { identify } from '../sessions/identify.ts'
import type { SessionStore } from '../sessions/sessions.ts'

/** Options of {@link createCrmChat}. */
export interface CrmChatOptions {
  store: SessionStore
  apiKey: string
  wazzupUrl: string
  logger: ChatLogger
}

/** Creates the chat proxy of this CRM: Wazzup's key, the logged-in user, and the chats each user may open. */
export function createCrmChat({ store, apiKey, wazzupUrl, logger }: CrmChatOptions): ChatProxy {
  return createChatProxy({
    backend: wazzupV2({ apiKey, baseUrl: wazzupUrl }),
    identify: (request) => identify(store, request),
    authorizeChats: ({ user, chats }) => ownsChats(store.database, { userId: user.id, chats }),
    ensureUser: true,
    conversations: sqliteConversations(store.database),
    basePath: '/chat',
    logger,
  })
}
