import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChatType } from '../chatTypes.ts'

/** Who is in group chats, besides the company. */
export const groupMembers = sqliteTable(
  'group_members',
  {
    chatType: text().$type<ChatType>().notNull(),
    chatId: text().notNull(),
    /** Their account in the messenger, e.g. a phone number. */
    memberId: text().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatType, table.chatId, table.memberId] })],
)
