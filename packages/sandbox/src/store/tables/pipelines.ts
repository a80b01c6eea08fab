import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Sales funnels as the CRM uploaded them. */
export const pipelines = sqliteTable('pipelines', {
  id: text().primaryKey(),
  name: text().notNull(),
  stages: text({ mode: 'json' }).$type<{ id: string; name: string }[]>(),
})
