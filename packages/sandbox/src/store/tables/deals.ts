import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Deals as the CRM uploaded them. */
export const deals = sqliteTable('deals', {
  id: text().primaryKey(),
  name: text().notNull(),
  responsibleUserId: text(),
  /** Its page in the CRM. */
  uri: text(),
  closed: integer({ mode: 'boolean' }).notNull(),
})

/** Which contacts a deal is with; they may be unknown. */
export const dealContacts = sqliteTable(
  'deal_contacts',
  { dealId: text().notNull(), contactId: text().notNull() },
  (table) => [primaryKey({ columns: [table.dealId, table.contactId] })],
)
