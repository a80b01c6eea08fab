import { eq, inArray, sql } from 'drizzle-orm'
import type { Database, Store } from '../../store/store.ts'
import { whatomateMessages } from './tables.ts'

/** Data of a message that only Whatomate has. */
export type MessageExtras = typeof whatomateMessages.$inferSelect

/** Saves Whatomate's data of a message. Omitted fields keep their value. */
export async function saveExtras(
  database: Database,
  { messageId, ...fields }: { messageId: string } & Partial<MessageExtras>,
): Promise<void> {
  const insert = database.insert(whatomateMessages).values({ messageId, reactions: [], ...fields })
  const isEmpty = Object.keys(fields).length === 0
  await (isEmpty
    ? insert.onConflictDoNothing()
    : insert.onConflictDoUpdate({ target: whatomateMessages.messageId, set: fields }))
}

/** Whatomate's data of these messages, by id. */
export async function listExtras(database: Database, messageIds: string[]): Promise<Map<string, MessageExtras>> {
  const rows = await database.select().from(whatomateMessages).where(inArray(whatomateMessages.messageId, messageIds))
  return new Map(rows.map((row) => [row.messageId, row]))
}

/** Whatomate's data of one message. */
export async function getExtras(database: Database, messageId: string): Promise<MessageExtras | undefined> {
  const [row] = await database.select().from(whatomateMessages).where(eq(whatomateMessages.messageId, messageId))
  return row
}

/** Marks a customer's messages as read by the agents. */
export async function markReadByAgents({ database, clock }: Store, phone: string): Promise<void> {
  const now = clock.now()
  await database.run(sql`
    INSERT INTO whatomate_messages (message_id, reactions, read_at)
    SELECT message_id, '[]', ${now} FROM messages
    WHERE chat_type = 'whatsapp' AND chat_id = ${phone} AND direction = 'incoming'
    ON CONFLICT (message_id) DO UPDATE SET read_at = coalesce(read_at, ${now})`)
}
