import type { Channel } from '@crm-chat/protocol'
import { createWhatomate } from '@crm-chat/vendors/whatomate'
import * as z from 'zod'
import type { Backend } from '../../backend.ts'
import { toChannel } from '../../channels/toChannel.ts'
import { type AccountKey, toClientKey } from '../accountKey.ts'
import { accountKeySchema, addressSchema, type BackendOptions, findProblems } from '../backendOptions.ts'
import { createConnection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { isPrivateAddress } from '../isPrivateAddress.ts'
import { createConversation } from './conversation.ts'
import { findRefusal } from './errors.ts'
import { createMedia } from './media.ts'
import { createMediaIds } from './mediaIds.ts'
import { createMessages } from './messages.ts'
import { createTemplates } from './templates.ts'
import { createWebhooks } from './webhooks.ts'

/** Options of {@link whatomate}. */
export interface WhatomateBackendOptions extends BackendOptions {
  /**
   * A key of the organization (`whm_…`), or a function that returns the one to use now, for each tenant. It stays in this process.
   * Undefined is a problem that is reported, so that an unset variable is noticed.
   */
  apiKey: AccountKey
  /**
   * Address of the server. Files of messages are read from nowhere else, and not from this machine or a local network, unless
   * this is an address there, such as `http://whatomate:8080`.
   */
  baseUrl: string | undefined
  /** Origin of the live socket: a server with `allowed_origins` refuses other origins. */
  origin?: string | undefined
  /** Secret that the server signs webhooks with. Webhooks without its signature are refused. */
  webhookSecret?: string | undefined
  /**
   * Names of the organization's WhatsApp accounts, the usual one first: they are the channels of this vendor, whose documents have no
   * list of them. Without any, the server chooses.
   */
  accounts?: readonly string[] | undefined
  /** Finds the server's id of a user of the CRM: chats that are assigned to it count in red. @default the same id */
  toVendorUser?: ((userId: string) => string) | undefined
}

const optionsSchema = z.object({
  apiKey: accountKeySchema,
  baseUrl: addressSchema.unwrap(),
  origin: addressSchema,
  webhookSecret: z.string().min(1).optional(),
  accounts: z.array(z.string().min(1)).optional(),
  toVendorUser: z.custom((value) => typeof value === 'function', 'must be a function').optional(),
})

/**
 * A Whatomate server as the vendor behind the proxy. It has conversations in the place of chat windows. A user's unanswered chats
 * are those assigned to the user or to nobody, whose last message is the customer's; where there are none, those of others count in
 * grey. Nothing is marked as read by that.
 * @example
 * whatomate({ apiKey: process.env.WHATOMATE_API_KEY, baseUrl: 'https://chat.example.com' })
 */
export function whatomate(options: WhatomateBackendOptions): Backend {
  return createBackend({ options, tenant: undefined })
}

function createBackend({ options, tenant }: { options: WhatomateBackendOptions; tenant: string | undefined }): Backend {
  const { apiKey, baseUrl = '', origin, webhookSecret, accounts, toVendorUser = (id) => id } = options
  const { fetch, timeoutMs, limit } = options
  const { key, secrets } = toClientKey({ key: apiKey, tenant })
  const connection = createConnection({
    options,
    secrets: () => [...secrets(), webhookSecret ?? ''],
    findRefusal,
    create: () => createWhatomate({ apiKey: key, baseUrl, ...defined({ origin, fetch, timeoutMs, limit }) }),
  })
  const mediaIds = createMediaIds({ key, secrets })
  const { client, call, redact } = connection
  return {
    name: 'whatomate',
    isPrivate: isPrivateAddress(baseUrl),
    chatTypes: ['whatsapp'],
    watchUnanswered: ({ userId, ...watch }) => client().watchUnanswered({ ...watch, userId: toVendorUser(userId) }),
    ...(accounts && accounts.length > 0 && { channels: { list: async () => accounts.map(toAccount) } }),
    messages: createMessages(connection),
    templates: createTemplates(connection),
    conversation: createConversation(connection, mediaIds),
    media: createMedia(connection, mediaIds),
    webhooks: createWebhooks(connection, { secret: webhookSecret }),
    ...(typeof apiKey === 'function' && { forTenant: (name: string) => createBackend({ options, tenant: name }) }),
    check: async () => void (await call((server) => server.listContacts().next())),
    problems: () => findProblems({ name: 'whatomate', options, schema: optionsSchema }),
    isLeftAlone: connection.isLeftAlone,
    redact,
  }
}

/** An account is named by its name. */
function toAccount(name: string): Channel {
  return toChannel({ id: name, transport: 'wapi', name, state: 'active' })
}
