import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** CRM staff who have opened a chats window. */
export const users = sqliteTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Digits only, of one user only; for the vendor's mobile app. */
  phone: text(),
})

/** What users may see, by channel; the channel `*` stands for all others. */
export const userRoles = sqliteTable(
  'user_roles',
  {
    userId: text().notNull(),
    channelId: text().notNull(),
    role: text({ enum: ['seller', 'manager', 'auditor', 'none'] }).notNull(),
    allowGetNewClients: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.channelId] })],
)
