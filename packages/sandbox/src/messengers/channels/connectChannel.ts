import { eq, sql } from 'drizzle-orm'
import type { ChannelState } from '../../store/channelStates.ts'
import { type Channel, channels, chats, messages } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { type Transport, transports } from '../../store/transports.ts'
import { moveChannel } from './moveChannel.ts'

/** Parameters of {@link createChannel}. */
export interface NewChannel {
  transport: Transport
  /** Its name in the messenger, if its credentials contain one. */
  plainId?: string
  /** Creates the link to the page that connects it, if its transport needs one. */
  toUrl: (channelId: string) => Promise<string>
}

/** Creates a channel. With credentials it is active at once, otherwise it starts up until its code is scanned or its link followed. */
export async function createChannel(store: Store, { transport, plainId = '', toUrl }: NewChannel): Promise<Channel> {
  const channelId = store.ids.next('channel')
  const { way } = transports[transport]
  const [channel] = await store.database
    .insert(channels)
    .values({
      channelId,
      transport,
      plainId,
      name: plainId,
      state: firstState(transport),
      url: way === 'link' ? await toUrl(channelId) : null,
      createdAt: store.clock.now(),
    })
    .returning()
  if (!channel) throw new Error('The store returned no row for a channel that it has just inserted.')
  store.changes.publish({ kind: 'channel', event: 'create', channel })
  return channel
}

/** Reconnects a channel in any state: with credentials it is active at once, otherwise it starts up. */
export function reinitChannel(
  store: Store,
  { channelId, transport, plainId }: { channelId: string; transport: Transport; plainId?: string },
): Promise<Channel | undefined> {
  return moveChannel(store, {
    channelId,
    state: firstState(transport),
    set: { qrCount: 0, password: null, ...(plainId && { plainId, name: plainId }) },
  })
}

/** Deletes a channel and, on request, its dialogues. */
export async function deleteChannel(
  store: Store,
  { channel, deleteChats }: { channel: Channel; deleteChats: boolean },
): Promise<void> {
  const { database, changes } = store
  const { channelId } = channel
  await database.delete(channels).where(eq(channels.channelId, channelId))
  if (deleteChats) await deleteMessages(store, channelId)
  changes.publish({ kind: 'channel', event: 'delete', channel })
  if (deleteChats) changes.publish({ kind: 'contacts' }) // Views of dialogues read them all again.
}

async function deleteMessages({ database }: Store, channelId: string): Promise<void> {
  const inChat = sql`SELECT 1 FROM messages WHERE messages.chat_type = chats.chat_type AND messages.chat_id = chats.chat_id`
  await database.batch([
    database
      .delete(chats)
      .where(
        sql`EXISTS (${inChat} AND messages.channel_id = ${channelId}) AND NOT EXISTS (${inChat} AND messages.channel_id <> ${channelId})`,
      ),
    database.delete(messages).where(eq(messages.channelId, channelId)),
  ])
}

function firstState(transport: Transport): ChannelState {
  return transports[transport].way === 'credentials' ? 'active' : 'init'
}
