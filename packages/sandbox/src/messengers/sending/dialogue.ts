import type { Chat } from '../../store/chatTypes.ts'
import type { Store } from '../../store/store.ts'

/** True if the dialogue exists. */
export async function isChat({ connection }: Store, { chatType, chatId }: Chat): Promise<boolean> {
  const sql = 'SELECT 1 FROM chats WHERE chat_type = ? AND chat_id = ?'
  return connection.readOne({ sql, values: [chatType, chatId] }) !== undefined
}

/** True if the customer has ever written. */
export async function hasWritten(store: Store, chat: Chat): Promise<boolean> {
  return (await getLastIncomingAt(store, chat)) !== undefined
}

/** Time of the customer's latest message, optionally in one channel or before a position. */
export async function getLastIncomingAt(
  { connection }: Store,
  {
    chatType,
    chatId,
    channelId = '',
    position = Number.MAX_SAFE_INTEGER,
  }: Chat & { channelId?: string; position?: number },
): Promise<number | undefined> {
  const row = connection.readOne({
    sql: `SELECT sent_at FROM messages
      WHERE chat_type = ? AND chat_id = ? AND direction = 'incoming' AND position < ? AND ? IN ('', channel_id)
      ORDER BY position DESC LIMIT 1`,
    values: [chatType, chatId, position, channelId],
  })
  return row && Number(row[0])
}
