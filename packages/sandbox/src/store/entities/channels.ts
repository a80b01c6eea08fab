import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Chat, ChatType } from '../chatTypes.ts'
import { keepUntilReset } from '../keepUntilReset.ts'
import { type Channel, channels } from '../schema.ts'
import type { Database, Store } from '../store.ts'
import { listTransports, type Transport } from '../transports.ts'
import { listMessages } from './messages.ts'

/** A channel by its id. */
export function getChannel(database: Database, channelId: string): Promise<Channel | undefined> {
  return ensureQuery(database).get({ channelId })
}

/** Prepared once, because every message looks up its channel. */
const queries = new WeakMap<Database, ReturnType<typeof prepareQuery>>()

function ensureQuery(database: Database): ReturnType<typeof prepareQuery> {
  const query = queries.get(database) ?? prepareQuery(database)
  queries.set(database, query)
  return query
}

function prepareQuery(database: Database) {
  return database
    .select()
    .from(channels)
    .where(eq(channels.channelId, sql.placeholder('channelId')))
    .prepare()
}

/** Transports by channel. A channel's transport never changes. */
const transports = keepUntilReset(async () => new Map<string, Transport>())

/** The transport of a channel. It is cached, because every delivery needs it. */
export async function getTransport(store: Store, channelId: string): Promise<Transport | undefined> {
  const known = await transports.get(store)
  const transport = known.get(channelId) ?? (await getChannel(store.database, channelId))?.transport
  if (transport) known.set(channelId, transport)
  return transport
}

/** All channels of the account, the oldest first. */
export function listChannels(database: Database): Promise<Channel[]> {
  return database.select().from(channels).orderBy(asc(channels.createdAt), asc(channels.channelId))
}

/** The channel to use in a dialogue: that of its last message, else the messenger's first active one. */
export async function getChannelOf(database: Database, chat: Chat): Promise<Channel | undefined> {
  const [last] = await listMessages(database, { ...chat, limit: 1 })
  const used = last && (await getChannel(database, last.channelId))
  return used ?? (await getChannelFor(database, chat.chatType))
}

async function getChannelFor(database: Database, chatType: ChatType): Promise<Channel | undefined> {
  const [channel] = await database
    .select()
    .from(channels)
    .where(and(inArray(channels.transport, listTransports(chatType)), eq(channels.state, 'active')))
    .orderBy(asc(channels.createdAt))
    .limit(1)
  return channel
}
