import {
  type Backend,
  type ChatLogger,
  type ChatProxy,
  type ChatUser,
  createChatProxy,
  type IdentifiedUser,
  type WebhooksOptions,
  wazzupTech,
  wazzupV2,
  wazzupV3,
  whatomate,
} from '@crm-chat/proxy'
import { redis } from '@crm-chat/proxy/redis'
import { type Actor, roles } from '../../api/role.ts'
import type { User } from '../../api/user.ts'
import { mayWriteTo } from '../contacts/mayWriteTo.ts'
import { ownsChats } from '../contacts/ownsChats.ts'
import { saveChatName } from '../conversations/saveChatName.ts'
import { sqliteConversations } from '../conversations/sqliteConversations.ts'
import { identify } from '../sessions/identify.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { Database } from '../store/schema.ts'

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

/** APIs that this CRM can use: those of Wazzup, and a Whatomate server's. */
export const crmVendors = ['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate'] as const

/** One of {@link crmVendors}. */
export type CrmVendor = (typeof crmVendors)[number]

/** Options of {@link createCrmChat}. */
export interface CrmChatOptions {
  store: SessionStore
  /** @default 'wazzup-v2' */
  vendor?: CrmVendor | undefined
  apiKey: string
  wazzupUrl: string
  webhooks?: CrmWebhooks | undefined
  redis?: CrmRedis | undefined
  logger: ChatLogger
}

/** Creates the chat proxy of this CRM: Wazzup's key, the logged-in user, and the chats each user may open. */
export function createCrmChat({
  store,
  vendor = 'wazzup-v2',
  apiKey,
  wazzupUrl,
  webhooks,
  redis: shared,
  logger,
}: CrmChatOptions): ChatProxy {
  return createChatProxy({
    backend: backends[vendor]({ apiKey, baseUrl: wazzupUrl }),
    identify: async (request) => withRoles(await identify(store, request)),
    adminRoles: ['admin'],
    enable: ['channelAdmin', 'exports', 'vendorData'],
    authorizeChats: ({ user, chats, access }) => ownsChats(store.database, { user: toActor(user), chats, access }),
    authorizeRecipient: ({ user, recipient }) => mayWriteTo(store.database, { user: toActor(user), recipient }),
    ensureUser: vendor !== 'whatomate', // A server of Whatomate keeps no users of a CRM.
    // Wazzup tells of messages by webhooks only: without them, a history would be empty, and wrong.
    ...((webhooks || vendor === 'whatomate') && { conversations: sqliteConversations(store.database) }),
    ...(webhooks && { webhooks: toOptions(store.database, webhooks) }),
    ...(shared && { shared: redis(shared) }),
    basePath: '/chat',
    logger,
  })
}

const backends: Record<CrmVendor, (account: { apiKey: string; baseUrl: string }) => Backend> = {
  'wazzup-v2': wazzupV2,
  'wazzup-v3': wazzupV3,
  'wazzup-tech': ({ apiKey, baseUrl }) => wazzupTech({ accessToken: apiKey, baseUrl }),
  whatomate,
}

function withRoles(user: User | null): IdentifiedUser | null {
  return user && { id: user.id, name: user.name, roles: [user.role] }
}

/** The role goes through the proxy, and comes back as it was. One that is missing is that with the fewest rights. */
function toActor({ id, roles: [name] = [] }: ChatUser): Actor {
  return { id: String(id), role: roles.find((role) => role === name) ?? 'sales' }
}

/** Messages go to the store of conversations. */
function toOptions(database: Database, { secret, publicUrl }: CrmWebhooks): WebhooksOptions {
  const onEvent: WebhooksOptions['onEvent'] = (event) => saveChatName(database, event)
  return { secret, onEvent, ...(publicUrl !== undefined && { publicUrl }) }
}
