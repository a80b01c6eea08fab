import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Leave that customers gave to partners: codes to exchange, and refresh tokens that are still good. */
export const techGrants = sqliteTable('tech_grants', {
  grantId: text().primaryKey(),
  kind: text({ enum: ['code', 'refresh'] }).notNull(),
  clientId: text().notNull(),
  redirectUri: text(),
  codeChallenge: text(),
  expiresAt: integer().notNull(),
})
