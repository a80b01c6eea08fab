import { type ChatLogger, type ChatProxy, createChatProxy, type WebhooksOptions, wazzupV2 } from '@crm-chat/proxy'
import { redis } from '@crm-chat/proxy/redis'
import { ownsChats } from '../contacts/ownsChats.ts'
import { sqliteConversations } from '../conversations/sqliteConversations.ts'
import { identify } from '../sessions/identify.ts'
import type { SessionStore } from '../sessions/sessions.ts'

/** The way by which Wazzup's webhooks reach this CRM. */
export interface CrmWebhooks {
  /** End of the receiver's address. */
  secret: string
  /** Public address of the CRM. Without it, nothing is registered at Wazzup. */
  publicUrl?: string | undefined
}

/** Redis through which several processes of this CRM work together. */
export interface CrmRedis {
  url: string
  /** Signs whatever they leave there. */
  secret: string
}

/** Options of {@link createCrmChat}. */
export interface CrmChatOptions {
  store: SessionStore
  apiKey: string
  wazzupUrl: string
  webhooks?: CrmWebhooks | undefined
  redis?: CrmRedis | undefined
  logger: ChatLogger
}

/** Creates the chat proxy of this CRM: Wazzup's key, the logged-in user, and the chats each user may open. */
export function createCrmChat({
  store,
  apiKey,
  wazzupUrl,
  webhooks,
  redis: shared,
  logger,
}: CrmChatOptions): ChatProxy {
  return createChatProxy({
    backend: wazzupV2({ apiKey, baseUrl: wazzupUrl }),
    identify: (request) => identify(store, request),
    authorizeChats: ({ user, chats }) => ownsChats(store.database, { userId: user.id, chats }),
    ensureUser: true,
    conversations: sqliteConversations(store.database),
    ...(webhooks && { webhooks: toOptions(webhooks) }),
    ...(shared && { shared: redis(shared) }),
    basePath: '/chat',
    logger,
  })
}

/** Messages go to the store of conversations: nothing else of an event is needed here. */
function toOptions({ secret, publicUrl }: CrmWebhooks): WebhooksOptions {
  return publicUrl === undefined ? { secret } : { secret, publicUrl }
}
