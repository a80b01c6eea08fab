import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Exports of messages to a file. */
export const messageDumps = sqliteTable('message_dumps', {
  exportId: text().primaryKey(),
  status: text({ enum: ['pending', 'processing', 'done', 'webhook_failed'] }).notNull(),
  startAt: integer().notNull(),
  endAt: integer().notNull(),
  channelId: text(),
  /** Where the sandbox was reached when it was asked for; its link begins with this. */
  origin: text().notNull(),
  url: text(),
  createdAt: integer().notNull(),
})
