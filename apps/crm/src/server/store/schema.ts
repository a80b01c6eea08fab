import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type Contact, dealStages, messengers } from '../../api/contact.ts'

/** A connection to the tables below. */
export type Database = LibSQLDatabase

/** The CRM's staff. */
export const users = sqliteTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  title: text().notNull(),
})

/** Active logins. */
export const sessions = sqliteTable('sessions', {
  /** Hash of the id in the browser's cookie, so that a copy of the database gives no access. */
  idHash: text().primaryKey(),
  userId: text().notNull(),
  /** Unix time in milliseconds. */
  expiresAt: integer().notNull(),
})

/** Contacts, each with a responsible user. */
export const contacts = sqliteTable('contacts', {
  id: text().primaryKey(),
  responsibleUserId: text().notNull(),
  name: text().notNull(),
  position: text().notNull(),
  company: text().notNull(),
  email: text().notNull(),
  phone: text().notNull(),
  notes: text().notNull(),
  /** Name, company, email and phone in lower case, because SQLite lowers only ASCII. */
  searchText: text().notNull(),
})

/** A contact, with the user who is responsible for it. */
export interface OwnedContact extends Contact {
  responsibleUserId: string
}

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

/** Deals: at most one per contact. */
export const deals = sqliteTable('deals', {
  contactId: text().primaryKey(),
  title: text().notNull(),
  stage: text({ enum: dealStages }).notNull(),
  amountCents: integer().notNull(),
  currency: text().notNull(),
})
