import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { chatStates, type Database, messages } from '../store/schema.ts'

/** A dialogue in one messenger. */
export interface Chat {
  chatType: string
  chatId: string
}

/**
 * Builds the statements that compute the state of a chat anew from its messages. In one batch with a change of a message,
 * the state is never behind. A chat without messages has none.
 */
export function saveChatState(database: Database, chat: Chat): BatchItem<'sqlite'>[] {
  const isOwn = and(eq(messages.chatType, chat.chatType), eq(messages.chatId, chat.chatId), isCounted)
  const said = database
    .select({ at: sql`max(${messages.at})` })
    .from(messages)
    .where(and(isOwn, isFrom('outgoing')))
  const isWaiting = and(isOwn, isFrom('incoming'), sql`${messages.at} > coalesce(${said}, -1)`)
  const heard = database
    .select({ at: sql`min(${messages.at})` })
    .from(messages)
    .where(isWaiting)
  const latest = sql`(
    SELECT at, direction, json_extract(record, '$.version.text') AS text FROM messages
    WHERE ${isOwn} ORDER BY at DESC, id DESC LIMIT 1
  )`
  return [
    database.run(sql`
      INSERT INTO chat_states (chat_type, chat_id, name, waiting_since, last_at, last_text, last_is_from_customer)
      SELECT ${chat.chatType}, ${chat.chatId}, '', ${heard}, at, ${oneLine(sql`text`)}, direction = 'incoming'
      FROM ${latest} WHERE true
      ON CONFLICT (chat_type, chat_id) DO UPDATE SET
        waiting_since = excluded.waiting_since, last_at = excluded.last_at, last_text = excluded.last_text,
        last_is_from_customer = excluded.last_is_from_customer`),
    database
      .delete(chatStates)
      .where(
        and(
          eq(chatStates.chatType, chat.chatType),
          eq(chatStates.chatId, chat.chatId),
          sql`NOT EXISTS (SELECT 1 FROM messages WHERE ${isOwn})`,
        ),
      ),
  ]
}

/** As a literal, which the partial indexes need. */
const isCounted = sql`${messages.counts} = 1`

function isFrom(direction: 'incoming' | 'outgoing'): SQL {
  return sql`${messages.direction} = ${direction}`
}

function oneLine(text: SQL): SQL {
  return sql`substr(replace(replace(coalesce(${text}, ''), char(10), ' '), char(13), ' '), 1, 200)`
}
