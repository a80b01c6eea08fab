import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChatType } from '../chatTypes.ts'

/** Dialogues: made by a message in either direction, or by opening a card. */
export const chats = sqliteTable(
  'chats',
  {
    chatType: text().$type<ChatType>().notNull(),
    chatId: text().notNull(),
    /** The name known without the CRM: from the card that was opened, or from the messenger. */
    name: text().notNull(),
    createdAt: integer().notNull(),
    /** What came in up to this position needs no answer any more. */
    answeredPosition: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.chatType, table.chatId] })],
)
