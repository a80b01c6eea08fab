import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChatType } from '../chatTypes.ts'

/** How customers stand to the company. */
export const customerStandings = ['reachable', 'noAccount', 'accountDeleted', 'reportedSpam'] as const

/** Customers of whom something else than "reachable" is to be said. */
export const customers = sqliteTable(
  'customers',
  {
    chatType: text().$type<ChatType>().notNull(),
    chatId: text().notNull(),
    standing: text({ enum: customerStandings }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatType, table.chatId] })],
)
