import { sql } from 'drizzle-orm'
import type { Database } from '../store/schema.ts'
import { isOwnChat, type Period } from './period.ts'
import type { ChatGroup } from './readWaits.ts'

/** Numbers of messages. */
export interface MessageCounts {
  received: number
  sent: number
}

/** Length of the shortest step between two time zones. */
export const quarterMs = 15 * 60 * 1_000

const counts = sql`sum(direction = 'incoming') AS received, sum(direction = 'outgoing') AS sent`

/** Counts the messages of a period by channel and user. */
export function readGroupCounts(database: Database, period: Period): Promise<(ChatGroup & MessageCounts)[]> {
  const { from, to } = period
  return database.all(sql`
    WITH by_chat AS (
      SELECT chat_type, chat_id, channel_id, ${counts} FROM messages INDEXED BY messages_by_turn
      WHERE counts = 1 AND at >= ${from} AND at < ${to} AND ${isOwnChat(period)}
      GROUP BY chat_type, chat_id, channel_id
    )
    SELECT by_chat.chat_type AS "chatType", coalesce(channel_id, '') AS "channelId",
      contacts.responsible_user_id AS "ownerId", sum(received) AS received, sum(sent) AS sent
    FROM by_chat
    LEFT JOIN chats ON chats.chat_type = by_chat.chat_type AND chats.chat_id = by_chat.chat_id
    LEFT JOIN contacts ON contacts.id = chats.contact_id
    GROUP BY 1, 2, 3`)
}

/** Counts the messages of a period by quarters of an hour, Unix time in such quarters. */
export function readQuarterCounts(
  database: Database,
  period: Period,
): Promise<(MessageCounts & { quarter: number })[]> {
  const { from, to } = period
  return database.all(sql`
    SELECT CAST(at / ${quarterMs} AS INTEGER) AS quarter, ${counts} FROM messages INDEXED BY messages_by_turn
    WHERE counts = 1 AND at >= ${from} AND at < ${to} AND ${isOwnChat(period)} GROUP BY 1`)
}
