import { and, asc, desc, eq, gt, lt, type SQL } from 'drizzle-orm'
import type { Chat } from '../chatTypes.ts'
import { type Message, messages } from '../schema.ts'
import type { Database } from '../store.ts'

/** Parameters of {@link listMessages}. */
export interface ListMessagesParameters extends Chat {
  /** Only messages before this position. */
  before?: number | undefined
  limit?: number
}

/** The latest messages of a dialogue, in the order in which they were sent. */
export async function listMessages(database: Database, parameters: ListMessagesParameters): Promise<Message[]> {
  const { before, limit = 1_000 } = parameters
  const rows = await database
    .select()
    .from(messages)
    .where(and(isInChat(parameters), before === undefined ? undefined : lt(messages.position, before)))
    .orderBy(desc(messages.position))
    .limit(limit)
  return rows.reverse()
}

/** The messages of a dialogue after a position, the oldest first. */
export function listLaterMessages(
  database: Database,
  { after, limit, ...chat }: Chat & { after: number; limit: number },
): Promise<Message[]> {
  return database
    .select()
    .from(messages)
    .where(and(isInChat(chat), gt(messages.position, after)))
    .orderBy(asc(messages.position))
    .limit(limit)
}

/** A message by the vendor's id. */
export async function getMessage(database: Database, messageId: string): Promise<Message | undefined> {
  const [message] = await database.select().from(messages).where(eq(messages.messageId, messageId))
  return message
}

/** Condition on `messages`: they belong to this dialogue. */
export function isInChat({ chatType, chatId }: Chat): SQL | undefined {
  return and(eq(messages.chatType, chatType), eq(messages.chatId, chatId))
}
