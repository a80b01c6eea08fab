import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What must outlive a restart and is no data of an account, e.g. the secret that signs links. */
export const settings = sqliteTable('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
})
