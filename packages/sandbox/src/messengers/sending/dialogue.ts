import type { Chat } from '../../store/chatTypes.ts'
import type { Store } from '../../store/store.ts'

/** Whether there is such a dialogue. */
export async function isChat({ client }: Store, { chatType, chatId }: Chat): Promise<boolean> {
  const { rows } = await client.execute({
    sql: 'SELECT 1 FROM chats WHERE chat_type = ? AND chat_id = ?',
    args: [chatType, chatId],
  })
  return rows.length > 0
}

/** Whether the customer has ever written. */
export async function wroteIn(store: Store, chat: Chat): Promise<boolean> {
  return (await getLastIncomingAt(store, chat)) !== undefined
}

/** When the customer wrote last: in any channel or in one, at all or before a message. */
export async function getLastIncomingAt(
  { client }: Store,
  {
    chatType,
    chatId,
    channelId = '',
    position = Number.MAX_SAFE_INTEGER,
  }: Chat & { channelId?: string; position?: number },
): Promise<number | undefined> {
  const { rows } = await client.execute({
    sql: `SELECT sent_at FROM messages
      WHERE chat_type = ? AND chat_id = ? AND direction = 'incoming' AND position < ? AND ? IN ('', channel_id)
      ORDER BY position DESC LIMIT 1`,
    args: [chatType, chatId, position, channelId],
  })
  return rows[0] ? Number(rows[0].sent_at) : undefined
}
