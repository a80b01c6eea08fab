import { gt, sql } from 'drizzle-orm'
import { chats } from '../schema.ts'
import type { Database, Store } from '../store.ts'
import { hasAccess, isOwnTask } from './visibility.ts'

/** Column of a query on `chats`: the number of unanswered messages. Opening a chat does not change it. */
export const unansweredInChat = sql<number>`(
  SELECT count(*) FROM messages AS incoming
  WHERE incoming.chat_type = chats.chat_type AND incoming.chat_id = chats.chat_id
    AND incoming.direction = 'incoming' AND incoming.position > chats.answered_position
)`

/** Number of unanswered messages in a user's dialogues. */
export async function countUnanswered(database: Database, userId: string): Promise<number> {
  const [row] = await database
    .select({ count: sql<number>`coalesce(sum(${unansweredInChat}), 0)` })
    .from(chats)
    .where(hasAccess(userId))
  return row?.count ?? 0
}

/** Owner of the unanswered messages: red for the user's own, grey for those of others that the user supervises. */
export type Tone = 'red' | 'grey'

/** A count by the newer rule, which covers the last seven days only. */
export interface RecentUnanswered {
  count: number
  /** Null while the count is 0. */
  tone: Tone | null
  /** Time of the latest counted message, in Unix milliseconds. */
  lastAt: number | null
}

/** Counts the user's own unanswered messages, or else those of others that the user supervises. */
export async function countRecentUnanswered({ database, clock }: Store, userId: string): Promise<RecentUnanswered> {
  const since = clock.now() - recentMs
  const rows = await database
    .select({ own: sql<number>`${isOwnTask(userId)}`, count: countSince(since), lastAt: lastSince(since) })
    .from(chats)
    .where(sql`${gt(unansweredInChat, 0)} AND ${hasAccess(userId)}`)
  const waiting = rows.filter(({ count }) => count > 0)
  const own = waiting.filter((row) => row.own === 1)
  const counted = own.length > 0 ? own : waiting
  if (counted.length === 0) return { count: 0, tone: null, lastAt: null }
  return {
    count: counted.reduce((sum, { count }) => sum + count, 0),
    tone: own.length > 0 ? 'red' : 'grey',
    lastAt: Math.max(...counted.map(({ lastAt }) => lastAt ?? 0)),
  }
}

/** Time at which the oldest counted message stops counting, in Unix milliseconds; `null` while none is counted. */
export async function findNextExpiry({ database, clock }: Store): Promise<number | null> {
  const [row] = await database
    .select({
      oldestAt: sql<number | null>`min((SELECT min(incoming.sent_at) ${waitingSince(clock.now() - recentMs)}))`,
    })
    .from(chats)
  return row?.oldestAt ? row.oldestAt + recentMs : null
}

const recentMs = 7 * 24 * 60 * 60 * 1000

function countSince(since: number) {
  return sql<number>`(SELECT count(*) ${waitingSince(since)})`
}

function lastSince(since: number) {
  return sql<number | null>`(SELECT max(incoming.sent_at) ${waitingSince(since)})`
}

function waitingSince(since: number) {
  return sql`FROM messages AS incoming
    WHERE incoming.chat_type = chats.chat_type AND incoming.chat_id = chats.chat_id
      AND incoming.direction = 'incoming' AND incoming.position > chats.answered_position AND incoming.sent_at > ${since}`
}
