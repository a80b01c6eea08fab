import { and, desc, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type Message, messages } from '../schema.ts'
import type { Database } from '../store.ts'
import type { ChatScope } from './chats.ts'
import { isInChat } from './messages.ts'
import { isOpenTo } from './visibility.ts'

/** Depth of a search, in messages of the account: searching this many takes a few hundredths of a second. */
const searchedMessages = 100_000

/** Parameters of {@link searchMessages}. */
export interface SearchMessagesParameters {
  /** Letters that stand together in the text. */
  query: string
  /** Dialogues to search. */
  scope: ChatScope
  limit: number
}

/** The latest messages that contain what is looked for, the latest first; those taken back are left out. */
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
    WHERE chats.chat_type = messages.chat_type AND chats.chat_id = messages.chat_id AND ${isOpenTo(userId)}
  )`
}

/** SQLite takes capitals and small letters for the same in ASCII only: other letters are looked for in all usual spellings. */
function listSpellings(query: string): string[] {
  if (/^[ -~]*$/.test(query)) return [query]
  const small = query.toLowerCase()
  const [first = '', ...rest] = small
  return [...new Set([query, small, query.toUpperCase(), first.toUpperCase() + rest.join('')])]
}

function toPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
