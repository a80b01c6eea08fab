import { and, desc, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type Message, messages } from '../schema.ts'
import type { Database } from '../store.ts'
import type { ChatScope } from './chats.ts'
import { isInChat } from './messages.ts'
import { hasAccess } from './visibility.ts'

/** Number of the account's latest messages that are searched. Searching this many takes a few hundredths of a second. */
const searchedMessages = 100_000

/** Parameters of {@link searchMessages}. */
export interface SearchMessagesParameters {
  /** Text that a message must contain. */
  query: string
  /** Dialogues to search. */
  scope: ChatScope
  limit: number
}

/** The latest messages that contain a text, the latest first, without deleted ones. */
export async function searchMessages(
  database: Database,
  { query, scope, limit }: SearchMessagesParameters,
): Promise<Message[]> {
  return database
    .select()
    .from(messages)
    .where(
      and(
        gt(messages.position, sql`(SELECT coalesce(max(position), 0) FROM messages) - ${searchedMessages}`),
        or(...listSpellings(query).map((spelling) => sql`${messages.text} LIKE ${toPattern(spelling)} ESCAPE '\\'`)),
        isNull(messages.deletedAt),
        isWithin(scope),
      ),
    )
    .orderBy(desc(messages.position))
    .limit(limit)
}

function isWithin({ userId, chats }: ChatScope): SQL | undefined {
  if (chats) return or(sql`FALSE`, ...chats.map(isInChat))
  return sql`EXISTS (
    SELECT 1 FROM chats
    WHERE chats.chat_type = messages.chat_type AND chats.chat_id = messages.chat_id AND ${hasAccess(userId)}
  )`
}

/** SQLite ignores case in ASCII only, so other letters are searched in all usual spellings. */
function listSpellings(query: string): string[] {
  if (/^[ -~]*$/.test(query)) return [query]
  const small = query.toLowerCase()
  const [first = '', ...rest] = small
  return [...new Set([query, small, query.toUpperCase(), first.toUpperCase() + rest.join('')])]
}

function toPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
