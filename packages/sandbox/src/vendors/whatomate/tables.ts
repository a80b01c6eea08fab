import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Whatomate's contacts of WhatsApp chats. */
export const whatomateContacts = sqliteTable('whatomate_contacts', {
  contactId: text().primaryKey(),
  phone: text().notNull().unique(),
  profileName: text().notNull(),
  tags: text({ mode: 'json' }).$type<string[]>().notNull(),
  metadata: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  assignedUserId: text(),
  marketingOptOut: integer({ mode: 'boolean' }).notNull(),
  deletedAt: integer(),
  createdAt: integer().notNull(),
  updatedAt: integer().notNull(),
})

/** Data of messages that only Whatomate has. */
export const whatomateMessages = sqliteTable('whatomate_messages', {
  messageId: text().primaryKey(),
  messageType: text(),
  interactive: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  mediaType: text(),
  mediaName: text(),
  reactions: text({ mode: 'json' }).$type<{ emoji: string; from_user?: string; from_phone?: string }[]>().notNull(),
  /** Time at which an agent read it. */
  readAt: integer(),
})

/** Internal notes of agents about a contact. */
export const whatomateNotes = sqliteTable('whatomate_notes', {
  noteId: text().primaryKey(),
  contactId: text().notNull(),
  content: text().notNull(),
  /** Id of a user. */
  createdBy: text().notNull(),
  createdAt: integer().notNull(),
  updatedAt: integer().notNull(),
})

/** Conversations that the bot has handed to a person. */
export const whatomateTransfers = sqliteTable('whatomate_transfers', {
  transferId: text().primaryKey(),
  phone: text().notNull(),
  /** The agent who took it over. */
  agentId: text(),
  status: text({ enum: ['active', 'resumed', 'expired'] }).notNull(),
  transferredAt: integer().notNull(),
  resumedAt: integer(),
})

/** Colors of tags. */
export const tagColors = ['blue', 'red', 'green', 'yellow', 'purple', 'gray'] as const
/** A color of tags. */
export type TagColor = (typeof tagColors)[number]

/** Tags that contacts may have. */
export const whatomateTags = sqliteTable('whatomate_tags', {
  name: text().primaryKey(),
  color: text().$type<TagColor>().notNull(),
  createdAt: integer().notNull(),
  updatedAt: integer().notNull(),
})

/** A tag that contacts may have. */
export type Tag = typeof whatomateTags.$inferSelect

/** Changes of the users, who are the same in every sandbox; users without a row are as they were on the first day. */
export const whatomateUsers = sqliteTable('whatomate_users', {
  userId: text().primaryKey(),
  /** Time at which the user went away. */
  awaySince: integer(),
  settings: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  updatedAt: integer().notNull(),
})

/** Sessions of users who are signed in. */
export const whatomateSessions = sqliteTable('whatomate_sessions', {
  sessionId: text().primaryKey(),
  userId: text().notNull(),
  /** Id of the only refresh token that is still good. */
  refreshId: text().notNull(),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
})
/** A session of a user. */
export type StoredSession = typeof whatomateSessions.$inferSelect

/** A note about a contact. */
export type Note = typeof whatomateNotes.$inferSelect
