import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Chat, ChatType } from '../chatTypes.ts'
import { type Channel, channels } from '../schema.ts'
import type { Database } from '../store.ts'
import { listTransports } from '../transports.ts'
import { listMessages } from './messages.ts'

/** A channel by its id. */
export function getChannel(database: Database, channelId: string): Promise<Channel | undefined> {
  return ensureQuery(database).get({ channelId })
}

/** Every message asks for its channel: the query is put together once. */
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

/** All channels of the account, the oldest first. */
export function listChannels(database: Database): Promise<Channel[]> {
  return database.select().from(channels).orderBy(asc(channels.createdAt), asc(channels.channelId))
}

/** The channel to go on with in a dialogue: that of its last message, else the messenger's first that works. */
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
