import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** WABA templates. */
export const templates = sqliteTable('templates', {
  templateGuid: text().primaryKey(),
  name: text().notNull(),
  /** approved, rejected, pending, archived … */
  status: text().notNull(),
  /** Everything else the vendor tells of it. */
  details: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
})
