import { and, asc, eq, inArray, notInArray } from 'drizzle-orm'
import { type Chat, toChatKey } from '../chatTypes.ts'
import { type Message, messages } from '../schema.ts'
import type { Database, Store } from '../store.ts'
import { isInChat } from './messages.ts'

/** Messages that have not reached the messenger, or the customer's phone, yet. */
export function listUndelivered(database: Database): Promise<Message[]> {
  return database
    .select()
    .from(messages)
    .where(inArray(messages.status, ['sending', 'sent']))
    .orderBy(asc(messages.position))
}

/** Marks a message as accepted by the messenger. */
export async function markSent(store: Store, message: Message): Promise<void> {
  const sent = await store.database
    .update(messages)
    .set({ status: 'sent' })
    .where(and(eq(messages.messageId, message.messageId), eq(messages.status, 'sending')))
    .returning()
  if (sent.length === 0) return
  store.changes.publish({ kind: 'status', chat: toChatKey(message), messageIds: ids(sent), status: 'sent' })
}

/** Marks a message as delivered to the customer's phone, unless it has been read meanwhile. */
export async function markDelivered(store: Store, message: Message): Promise<void> {
  const { messageId } = message
  // In SQL, because it runs for every message: see insertReply.ts.
  const sql = "UPDATE messages SET status = 'delivered' WHERE message_id = ? AND status = 'sent'"
  const { changes } = store.connection.write({ sql, values: [messageId] })
  if (changes === 0) return
  store.changes.publish({ kind: 'status', chat: toChatKey(message), messageIds: [messageId], status: 'delivered' })
}

/** Marks the company's messages in a dialogue as read by the customer. */
export async function markRead(store: Store, chat: Chat): Promise<string[]> {
  const read = await readChat(store.database, chat).returning()
  publishRead(store, { chat, read })
  return ids(read)
}

/** The statement that marks the company's messages in a dialogue as read by the customer. */
export function readChat(database: Database, chat: Chat) {
  return database
    .update(messages)
    .set({ status: 'read' })
    .where(and(isInChat(chat), eq(messages.direction, 'outgoing'), notInArray(messages.status, ['read', 'failed'])))
}

/** Publishes which messages the customer has read, if any. */
export function publishRead(store: Store, { chat, read }: { chat: Chat; read: Message[] }): void {
  if (read.length === 0) return
  store.changes.publish({ kind: 'status', chat: toChatKey(chat), messageIds: ids(read), status: 'read' })
}

/** Marks a message as failed, with the reason. */
export async function markFailed(
  store: Store,
  { messageId, failure }: { messageId: string; failure: string },
): Promise<void> {
  const [failed] = await store.database
    .update(messages)
    .set({ status: 'failed', failure })
    .where(
      and(
        eq(messages.messageId, messageId),
        eq(messages.direction, 'outgoing'),
        notInArray(messages.status, ['read', 'failed']),
      ),
    )
    .returning()
  if (!failed) return
  store.changes.publish({ kind: 'status', chat: toChatKey(failed), messageIds: [messageId], status: 'failed' })
}

function ids(rows: Message[]): string[] {
  return rows.map((row) => row.messageId)
}
