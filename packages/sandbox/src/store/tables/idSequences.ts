import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How many ids of each kind have been given out, or set aside to be. */
export const idSequences = sqliteTable('id_sequences', {
  kind: text().primaryKey(),
  used: integer().notNull(),
})
