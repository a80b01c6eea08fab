import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChatType } from '../chatTypes.ts'

/** Messages of all dialogues; `position` gives their order. */
export const messages = sqliteTable('messages', {
  position: integer().primaryKey({ autoIncrement: true }),
  messageId: text().notNull().unique(),
  chatType: text().$type<ChatType>().notNull(),
  chatId: text().notNull(),
  channelId: text().notNull(),
  direction: text({ enum: ['incoming', 'outgoing'] }).notNull(),
  text: text(),
  /** Link to a file. */
  content: text(),
  /** `inbound` for what came in; what goes out is sending, then sent, delivered and read, or else failed. */
  status: text({ enum: ['inbound', 'sending', 'sent', 'delivered', 'read', 'failed'] }).notNull(),
  /** Why it failed. */
  failure: text(),
  authorUserId: text(),
  authorName: text(),
  refMessageId: text(),
  /** Chosen by the window that sent it, so that a repeated request adds nothing. */
  clientMessageId: text(),
  /** Where the company wrote it. */
  source: text({ enum: ['api', 'window', 'phone'] }),
  templateId: text(),
  /** What it was made from, if from a template. */
  template: text({ mode: 'json' }).$type<MessageTemplate>(),
  buttons: text({ mode: 'json' }).$type<MessageButton[]>(),
  editedAt: integer(),
  deletedAt: integer(),
  sentAt: integer().notNull(),
})

/** What a message that was made from a template shows besides its words, as the template was then. */
export interface MessageTemplate {
  name: string
  /** In the order of the places: header, body, buttons. */
  values: string[]
  /** Words above the others. */
  header: string | null
  footer: string | null
}

/** A button under a message. */
export interface MessageButton {
  text?: string | undefined
  type?: string | undefined
  id?: string | undefined
  payload?: string | undefined
}
