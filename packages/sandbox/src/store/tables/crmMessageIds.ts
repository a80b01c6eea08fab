import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Ids that CRMs gave to messages, and when: one is not taken twice within a minute. */
export const crmMessageIds = sqliteTable('crm_message_ids', {
  crmMessageId: text().primaryKey(),
  usedAt: integer().notNull(),
})
