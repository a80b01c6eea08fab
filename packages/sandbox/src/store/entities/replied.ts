import { and, eq, sql } from 'drizzle-orm'
import { type Chat, toChatKey } from '../chatTypes.ts'
import { chats } from '../schema.ts'
import type { Database, Store } from '../store.ts'

/** The statement that marks messages up to a reply as replied. Without such a reply it changes nothing. */
export function markRepliedUpTo(database: Database, { chatType, chatId, messageId }: Chat & { messageId: string }) {
  return database
    .update(chats)
    .set({
      answeredPosition: sql`coalesce((SELECT position FROM messages WHERE message_id = ${messageId}), answered_position)`,
    })
    .where(and(eq(chats.chatType, chatType), eq(chats.chatId, chatId)))
}

/** "No reply needed": marks all messages of a dialogue as replied. @returns false if there is no such dialogue */
export async function markReplied(store: Store, { chatType, chatId }: Chat): Promise<boolean> {
  const marked = await store.database
    .update(chats)
    .set({ answeredPosition: latestPosition })
    .where(and(eq(chats.chatType, chatType), eq(chats.chatId, chatId)))
    .returning()
  if (marked.length > 0) store.changes.publish({ kind: 'chats', chats: marked.map(toChatKey) })
  return marked.length > 0
}

/** Marks all messages of the account as replied. */
export async function markAllReplied(store: Store): Promise<void> {
  const marked = await store.database.update(chats).set({ answeredPosition: latestPosition }).returning()
  store.changes.publish({ kind: 'chats', chats: marked.map(toChatKey) })
}

const latestPosition = sql`coalesce((
  SELECT max(position) FROM messages
  WHERE messages.chat_type = chats.chat_type AND messages.chat_id = chats.chat_id
), 0)`
