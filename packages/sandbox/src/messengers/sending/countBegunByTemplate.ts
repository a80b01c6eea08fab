import type { Chat } from '../../store/chatTypes.ts'
import type { Channel } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/** 24 hours. */
export const dayMs = 24 * 60 * 60 * 1000

/** To how many customers other than this one a channel has sent templates since a time. */
export async function countBegunByTemplate(
  { connection }: Store,
  { channel, chat, since }: { channel: Channel; chat: Chat; since: number },
): Promise<number> {
  const row = connection.readOne({
    sql: `SELECT count(DISTINCT chat_id) FROM messages
      WHERE channel_id = ? AND chat_id <> ? AND template_id IS NOT NULL AND sent_at > ?`,
    values: [channel.channelId, chat.chatId, since],
  })
  return Number(row?.[0])
}
