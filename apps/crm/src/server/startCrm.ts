import type { ChatContact, ChatProxy } from '@crm-chat/proxy'
import { attachSocketIo } from '@crm-chat/proxy/node'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Contact } from '../api/contact.ts'
import type { Actor } from '../api/role.ts'
import { createContactSync } from './chat/createContactSync.ts'
import { type CrmRedis, type CrmVendor, type CrmWebhooks, createCrmChat } from './chat/createCrmChat.ts'
import { eachContact } from './contacts/listContacts.ts'
import { createApp } from './createApp.ts'
import { createHttpServer, type ServerLimits } from './http/createHttpServer.ts'
import { guardHosts } from './http/guardHosts.ts'
import { listen } from './http/listen.ts'
import { trackTraffic } from './http/trackTraffic.ts'
import { openSeededStore } from './seed/openSeededStore.ts'

/** Options of {@link startCrm}. */
export interface CrmOptions {
  /** Port 0 picks any free one. */
  port: number
  /** API of Wazzup. @default 'wazzup-v2' */
  vendor?: CrmVendor | undefined
  apiKey: string
  wazzupUrl: string
  /** Database file, or `:memory:`. */
  data: string
  /** Folder of the built pages. */
  webRoot: string
  logger: Logger
  /** Names of hosts under which browsers may use it, in lower case, beside those of this machine. @default none */
  hosts?: readonly string[]
  /** Receives Wazzup's webhooks, and registers their address where that is known. @default none are received */
  webhooks?: CrmWebhooks | undefined
  /** Redis through which this process works together with others. @default it is alone */
  redis?: CrmRedis | undefined
  limits?: Partial<ServerLimits>
  /** Contacts and deals with which an empty database is filled, beside the hand-written ones. @default only those */
  seed?: { contacts?: number | undefined; deals?: number | undefined } | undefined
  /** Unix time in milliseconds. @default Date.now */
  now?: () => number
}

/** A running CRM. */
export interface Crm {
  url: string
  /**
   * Stops accepting connections, waits for requests under way, ends live streams, and closes the database.
   * @param options.deadlineMs time for the requests under way; those that take longer are cut. @default 1_000
   */
  close: (options?: { deadlineMs?: number }) => Promise<void>
}

/** Starts the CRM, whether or not the vendor can be reached. @throws {PortTakenError} {@link DataFileError} */
export async function startCrm(options: CrmOptions): Promise<Crm> {
  const {
    port,
    vendor,
    apiKey,
    wazzupUrl,
    webRoot,
    logger,
    webhooks,
    redis,
    hosts = [],
    limits,
    seed,
    now = Date.now,
  } = options
  const { database, close: closeStore } = await openSeededStore(options.data, { now: now(), ...seed })
  const store = { database, now }
  const chat = createCrmChat({ store, vendor, apiKey, wazzupUrl, webhooks, redis, logger })
  const sync = createContactSync({ save: chat.saveContacts, logger })
  const onContacts = (contacts: Contact[]) =>
    sync.add(contacts.filter(({ deletedAt }) => deletedAt === null).map(toChatContact))
  let isReady = true
  const app = createApp({ store, chat, wazzupUrl, webRoot, logger, onContacts, isReady: () => isReady })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createHttpServer({ listener, limits })
  const sockets = attachSocketIo({ server, chat })
  guardHosts({ server, hosts })
  const traffic = trackTraffic({ server, isLive })

  async function close({ deadlineMs = 1_000 } = {}): Promise<void> {
    isReady = false
    sync.close()
    traffic.stopListening()
    await Promise.all([traffic.finishRequests(deadlineMs), endLiveStreams({ chat, deadlineMs })])
    await sockets.close()
    await traffic.close(graceMs)
    closeStore()
  }

  try {
    const url = `http://127.0.0.1:${await listen(server, port)}`
    for await (const contacts of eachContact(database, { user: system, query: {} })) onContacts(contacts)
    if (webhooks?.publicUrl !== undefined) void registerWebhooks({ chat, logger })
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The CRM works without webhooks: a failure is for whoever runs it. */
async function registerWebhooks({ chat, logger }: { chat: ChatProxy; logger: Logger }): Promise<void> {
  try {
    await chat.registerWebhooks()
    logger.info('webhooks registered at the vendor')
  } catch (error) {
    logger.error({ err: error }, 'webhooks could not be registered at the vendor')
  }
}

/** Sees all contacts, to save them at the vendor. */
const system: Actor = { id: '', role: 'admin' }

/** Time for connections to close once their work is done. */
const graceMs = 1_000

/** True for the proxy's live streams and sockets. */
function isLive(url: string): boolean {
  return /^\/(chat\/events|socket\.io\/?|ws-counters\/?)(\?|$)/.test(url)
}

/** Tells each tab when to come back, to the process that takes over, and ends what is left of the live streams. */
async function endLiveStreams({ chat, deadlineMs }: { chat: ChatProxy; deadlineMs: number }): Promise<void> {
  await chat.drain({ deadlineMs })
  await chat.close()
}

/** Sends the vendor only the fields that show the right chats to the right user. */
function toChatContact({ id, name, responsibleUserId, chats }: Contact): ChatContact {
  return { id, name, responsibleUserId, chats }
}
