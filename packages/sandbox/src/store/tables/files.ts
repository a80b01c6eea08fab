import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Files that customers and staff sent, to be had under `/files`. */
export const files = sqliteTable('files', {
  fileId: text().primaryKey(),
  name: text().notNull(),
  /** Media type, e.g. `image/png`. */
  type: text().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  createdAt: integer().notNull(),
})
