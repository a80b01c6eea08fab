import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { activityActions, activityItemKinds } from '../../api/activity.ts'
import { messengers } from '../../api/chat.ts'
import { currencies, dealStages } from '../../api/deal.ts'
import { roles } from '../../api/role.ts'

/** A connection to the tables below. */
export type Database = LibSQLDatabase

/** Columns of every item that can be edited. Times are Unix times in milliseconds. */
const itemColumns = {
  id: text().primaryKey(),
  createdAt: integer().notNull(),
  updatedAt: integer().notNull(),
  deletedAt: integer(),
  /** A trigger refuses an update that does not raise it by one: see `migrations.ts`. */
  version: integer().notNull().default(1),
}

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

/** Companies. Two that are not deleted cannot have the same name. */
export const companies = sqliteTable('companies', {
  ...itemColumns,
  responsibleUserId: text().notNull(),
  name: text().notNull(),
  /** The name without case and accents. */
  sortName: text().notNull(),
  website: text().notNull(),
  city: text().notNull(),
  industry: text().notNull(),
})

/** Contacts, each with a responsible user. */
export const contacts = sqliteTable('contacts', {
  ...itemColumns,
  responsibleUserId: text().notNull(),
  name: text().notNull(),
  /** The name without case and accents. */
  sortName: text().notNull(),
  position: text().notNull(),
  companyId: text(),
  email: text().notNull(),
  /** Digits with the country code, or empty. */
  phone: text().notNull(),
  /** Name, position, email and phone without case and accents, because SQLite lowers only ASCII. */
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

/** Deals. */
export const deals = sqliteTable('deals', {
  ...itemColumns,
  responsibleUserId: text().notNull(),
  contactId: text().notNull(),
  companyId: text(),
  title: text().notNull(),
  /** The title without case and accents. */
  searchText: text().notNull(),
  stage: text({ enum: dealStages }).notNull(),
  /** Place in the column of its stage, from the top. Only the order of the numbers matters. */
  position: integer().notNull(),
  amountCents: integer().notNull(),
  currency: text({ enum: currencies }).notNull(),
  closedAt: integer(),
})

/** Tasks. */
export const tasks = sqliteTable('tasks', {
  ...itemColumns,
  responsibleUserId: text().notNull(),
  title: text().notNull(),
  /** The title without case and accents. */
  searchText: text().notNull(),
  dueAt: integer(),
  doneAt: integer(),
  contactId: text(),
  dealId: text(),
})

/** Notes, each on a contact or on a deal. */
export const notes = sqliteTable('notes', {
  ...itemColumns,
  authorId: text().notNull(),
  text: text().notNull(),
  contactId: text(),
  dealId: text(),
})

/** Changes, with their authors and times. Entries are only added. */
export const activity = sqliteTable('activity', {
  id: text().primaryKey(),
  /** Unix time in milliseconds. */
  at: integer().notNull(),
  userId: text().notNull(),
  action: text({ enum: activityActions }).notNull(),
  itemKind: text({ enum: activityItemKinds }).notNull(),
  itemId: text().notNull(),
  itemName: text().notNull(),
  contactId: text(),
  dealId: text(),
  companyId: text(),
  fromValue: text(),
  toValue: text(),
  /** Names of the changed fields. */
  fields: text({ mode: 'json' }).$type<string[]>().notNull(),
})
