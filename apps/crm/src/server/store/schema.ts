import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type Contact, dealStages, messengers } from '../../api/oldContact.ts'
import { roles } from '../../api/role.ts'

/** A connection to the tables below. */
export type Database = LibSQLDatabase

/** The CRM's staff. */
export const users = sqliteTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  title: text().notNull(),
  role: text({ enum: roles }).notNull(),
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

/** Messages of customers, as webhooks brought them. */
export const messages = sqliteTable('messages', {
  id: text().primaryKey(),
  /** The conversation, the chat and the time are missing until the message itself has come. */
  conversationId: text(),
  chatType: text(),
  chatId: text(),
  /** Unix time in milliseconds. */
  at: integer(),
  /** Its text in lower case; empty for one that is not shown. */
  searchText: text().notNull(),
  direction: text({ enum: ['incoming', 'outgoing'] }),
  /** The vendor's channel, if it names one. */
  channelId: text(),
  /** False for one that is not shown, was deleted, or did not arrive: it replies to nobody, and nobody waits because of it. */
  counts: integer({ mode: 'boolean' }).notNull().default(false),
  /** Everything known of it, as JSON. */
  record: text().notNull(),
})

/** The present state of every chat that has messages, those of strangers too. Every change of a message computes it anew. */
export const chatStates = sqliteTable(
  'chat_states',
  {
    chatType: text().notNull(),
    chatId: text().notNull(),
    /** Name of the customer in the messenger, or empty. */
    name: text().notNull(),
    /** Time of the customer's first message without a reply; null when nobody waits. Unix time in milliseconds. */
    waitingSince: integer(),
    /** The last message: its time, at most 200 characters of its text, and its direction. */
    lastAt: integer().notNull(),
    lastText: text().notNull(),
    lastIsFromCustomer: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatType, table.chatId] })],
)

/** The last message of a conversation that a user has read. */
export const reads = sqliteTable(
  'reads',
  {
    conversationId: text().notNull(),
    userId: text().notNull(),
    /** Time of that message, Unix time in milliseconds. */
    at: integer().notNull(),
    messageId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.userId] })],
)

/** Deals: at most one per contact. */
export const deals = sqliteTable('deals', {
  contactId: text().primaryKey(),
  title: text().notNull(),
  stage: text({ enum: dealStages }).notNull(),
  amountCents: integer().notNull(),
  currency: text().notNull(),
})
