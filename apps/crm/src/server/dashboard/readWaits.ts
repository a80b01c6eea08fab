import { sql } from 'drizzle-orm'
import type { Database } from '../store/schema.ts'
import { isOwnChat, type Period } from './period.ts'

/** A wait of a customer, from the first message without a reply to the reply. Unix times in milliseconds. */
export interface Wait {
  startedAt: number
  /** Null for one that lasts to the end of the period. */
  endedAt: number | null
}

/** Chats of one channel with the contacts of one user. */
export interface ChatGroup {
  chatType: string
  /** Channel of the customer's message; empty where the vendor names none. */
  channelId: string
  /** Null for strangers. */
  ownerId: string | null
}

/** A wait that began before the period counts unless it is older than this. */
const longestWaitMs = 30 * 24 * 60 * 60 * 1_000

/**
 * Reads the waits that touch a period, by channel and user. Of several messages in a row, the first one counts.
 * The index by chats holds all that is read, in its order: one by time would read every message, and sort.
 */
export async function readWaits(database: Database, period: Period): Promise<(ChatGroup & { waits: Wait[] })[]> {
  const { from, to } = period
  const rows = await database.all<ChatGroup & { times: string }>(sql`
    WITH heard AS (
      SELECT chat_type, chat_id, channel_id, at FROM (
        SELECT chat_type, chat_id, channel_id, direction, at,
          lag(direction) OVER (PARTITION BY chat_type, chat_id ORDER BY at, id) AS before
        FROM messages INDEXED BY messages_by_turn
        WHERE counts = 1 AND at >= ${from - longestWaitMs} AND at < ${to} AND ${isOwnChat(period)}
      ) WHERE direction = 'incoming' AND before IS NOT 'incoming'
    ), waits AS (
      SELECT *, (
        SELECT min(said.at) FROM messages AS said INDEXED BY messages_by_direction
        WHERE said.counts = 1 AND said.chat_type = heard.chat_type AND said.chat_id = heard.chat_id
          AND said.direction = 'outgoing' AND said.at >= heard.at AND said.at < ${to}
      ) AS replied_at FROM heard
    )
    SELECT waits.chat_type AS "chatType", coalesce(channel_id, '') AS "channelId",
      contacts.responsible_user_id AS "ownerId", json_group_array(json_array(at, replied_at)) AS times
    FROM waits
    LEFT JOIN chats ON chats.chat_type = waits.chat_type AND chats.chat_id = waits.chat_id
    LEFT JOIN contacts ON contacts.id = chats.contact_id
    WHERE coalesce(replied_at, ${to}) >= ${from}
    GROUP BY 1, 2, 3`)
  return rows.map(({ times, ...group }) => ({ ...group, waits: parseTimes(times) }))
}

/** Parses what the query above has written. */
function parseTimes(json: string): Wait[] {
  const times: [number, number | null][] = JSON.parse(json)
  return times.map(([startedAt, endedAt]) => ({ startedAt, endedAt }))
}
