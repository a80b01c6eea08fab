import { type ChatLogger, type ChatProxy, createChatProxy, wazzupV2 } from '@crm-chat/proxy'
import { ownsChats } from '../contacts/ownsChats.ts'
import { identify } from '../sessions/identify.ts'
import type { SessionStore } from '../sessions/sessions.ts'

/** Options of {@link createCrmChat}. */
export interface CrmChatOptions {
  store: SessionStore
  apiKey: string
  wazzupUrl: string
  logger: ChatLogger
}

/** Everything it takes to have Wazzup's chats in this CRM: its key, who is asking, and whose chats are whose. */
export function createCrmChat({ store, apiKey, wazzupUrl, logger }: CrmChatOptions): ChatProxy {
  return createChatProxy({
    backend: wazzupV2({ apiKey, baseUrl: wazzupUrl }),
    identify: (request) => identify(store, request),
    authorizeChats: ({ user, chats }) => ownsChats(store.database, { userId: user.id, chats }),
    basePath: '/chat',
    logger,
  })
}
