import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What a company's settings at the vendor are, by name; what is not here is as it is by default. */
export const accountSettings = sqliteTable('account_settings', {
  name: text().primaryKey(),
  value: text().notNull(),
})
