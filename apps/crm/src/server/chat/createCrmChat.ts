import {
  type ChatLogger,
  type ChatProxy,
  type ChatUser,
  createChatProxy,
  type FileStore,
  type IdentifiedUser,
  type WebhooksOptions,
} from '@crm-chat/proxy'
import { redis } from '@crm-chat/proxy/redis'
import { type Actor, roles } from '../../api/role.ts'
import type { Vendor, VendorFeature } from '../../api/settings.ts'
import type { User } from '../../api/user.ts'
import { mayWriteTo } from '../contacts/mayWriteTo.ts'
import { ownsChats } from '../contacts/ownsChats.ts'
import { saveChatName } from '../conversations/saveChatName.ts'
import { sqliteConversations } from '../conversations/sqliteConversations.ts'
import { createHops, type Hops } from '../hops/createHops.ts'
import { identify } from '../sessions/identify.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { createBackend, listMissing } from '../vendor/createBackend.ts'
import type { VendorAccount } from '../vendor/vendorAccounts.ts'
import { secretOf } from '../vendor/webhookSecrets.ts'
import { countWebhook } from '../vendor/webhookState.ts'

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
  vendor: Vendor
  account: VendorAccount
  webhooks?: CrmWebhooks | undefined
  redis?: CrmRedis | undefined
  /** Place of the files that users send, which the vendor reaches. @default none can be sent */
  files?: FileStore | undefined
  /** Keeps each hop of the requests. @default nobody reads them */
  hops?: Hops | undefined
  logger: ChatLogger
}

/** The chat proxy of one vendor. */
export interface CrmChat {
  vendor: Vendor
  chat: ChatProxy
  /** Features that it does not have. */
  missing: VendorFeature[]
}

/** Creates the chat proxy of a vendor: its key, the logged-in user, and the chats each user may open. */
export function createCrmChat({
  store,
  vendor,
  account,
  webhooks,
  redis: shared,
  files,
  hops = createHops(),
  logger,
}: CrmChatOptions): CrmChat {
  const backend = createBackend({ vendor, account, fetch: hops.fetch })
  const chat = createChatProxy({
    backend,
    identify: async (request) => {
      const user = await identify(store, request)
      if (user) hops.noteUser(user.id)
      return withRoles(user)
    },
    tracing: hops.tracer,
    adminRoles: ['admin'],
    enable: ['channelAdmin', 'exports', 'vendorData'],
    authorizeChats: ({ user, chats, access }) => ownsChats(store.database, { user: toActor(user), chats, access }),
    authorizeRecipient: ({ user, recipient }) => mayWriteTo(store.database, { user: toActor(user), recipient }),
    ensureUser: vendor !== 'whatomate', // A server of Whatomate keeps no users of a CRM.
    // Wazzup tells of messages by webhooks only: without them, a history would be empty, and wrong.
    ...((webhooks || vendor === 'whatomate') && { conversations: sqliteConversations(store.database) }),
    ...(webhooks && { webhooks: toOptions({ store, vendor, webhooks, hops }) }),
    ...(shared && { shared: redis({ ...shared, prefix: `crm-chat-${vendor}` }) }), // Vendors share no ids.
    ...(files && { files }),
    basePath: '/chat',
    logger,
  })
  return { vendor, chat, missing: listMissing({ backend, webhooks }) }
}

function withRoles(user: User | null): IdentifiedUser | null {
  return user && { id: user.id, name: user.name, roles: [user.role] }
}

/** The role goes through the proxy, and comes back as it was. One that is missing is that with the fewest rights. */
function toActor({ id, roles: [name] = [] }: ChatUser): Actor {
  return { id: String(id), role: roles.find((role) => role === name) ?? 'sales' }
}

/** Messages go to the store of conversations. The address of another vendor is another one. */
function toOptions({
  store: { database, now },
  vendor,
  webhooks: { secret, publicUrl },
  hops,
}: Pick<CrmChatOptions, 'store' | 'vendor'> & { webhooks: CrmWebhooks; hops: Hops }): WebhooksOptions {
  const onEvent: WebhooksOptions['onEvent'] = async (event) => {
    if (event.kind === 'message') hops.noteChat(event.message.chat)
    await saveChatName(database, event)
    await countWebhook(database, { vendor, at: now() })
  }
  return { secret: [secretOf({ secret, vendor }), secret], onEvent, ...(publicUrl !== undefined && { publicUrl }) }
}
