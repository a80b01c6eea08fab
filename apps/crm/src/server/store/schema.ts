import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { dealStages, messengers } from '../../api/contact.ts'

/** Everybody who works with the CRM. */
export const users = sqliteTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  title: text().notNull(),
})

/** Who is logged in. */
export const sessions = sqliteTable('sessions', {
  /** Of the id in the browser's cookie: who reads the database cannot log in with what is in it. */
  idHash: text().primaryKey(),
  userId: text().notNull(),
  /** Unix time in milliseconds. */
  expiresAt: integer().notNull(),
})

/** People whom somebody is responsible for. */
export const contacts = sqliteTable('contacts', {
  id: text().primaryKey(),
  responsibleUserId: text().notNull(),
  name: text().notNull(),
  position: text().notNull(),
  company: text().notNull(),
  email: text().notNull(),
  phone: text().notNull(),
  notes: text().notNull(),
  /** Name, company, email and phone in lower case: SQLite itself can only lower ASCII. */
  searchText: text().notNull(),
})

/** Accounts of contacts in messengers. One account belongs to one contact. */
export const chats = sqliteTable(
  'chats',
  {
    chatType: text({ enum: messengers }).notNull(),
    chatId: text().notNull(),
    contactId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatType, table.chatId] })],
)

/** What contacts may buy: one deal each. */
export const deals = sqliteTable('deals', {
  contactId: text().primaryKey(),
  title: text().notNull(),
  stage: text({ enum: dealStages }).notNull(),
  amountCents: integer().notNull(),
  currency: text().notNull(),
})
