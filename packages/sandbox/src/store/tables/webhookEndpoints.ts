import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Where webhooks go. */
export const webhookEndpoints = sqliteTable('webhook_endpoints', {
  endpointId: text().primaryKey(),
  vendor: text({ enum: ['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate'] }).notNull(),
  url: text().notNull(),
  /** Names of what it is called for, in the vendor's words. */
  events: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Proves who calls: a bearer's key, or what signs the body. */
  secret: text(),
  /** What else the vendor keeps with it. */
  details: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
})
