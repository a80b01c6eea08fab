import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'

/** A time, and whose chats count in it. */
export interface Period {
  /** Unix time in milliseconds. */
  from: number
  /** Unix time in milliseconds, not in the period. */
  to: number
  /** Only chats of this user's contacts. Null: all chats, those of strangers too. */
  ownerId: string | null
}

/** Condition on a chat's columns: it is one of the period's. */
export function isOwnChat({ ownerId }: Period): SQL {
  if (ownerId === null) return sql`true`
  return sql`(chat_type, chat_id) IN (
    SELECT chats.chat_type, chats.chat_id FROM chats JOIN contacts ON contacts.id = chats.contact_id
    WHERE contacts.responsible_user_id = ${ownerId}
  )`
}
