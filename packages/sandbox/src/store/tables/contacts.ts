import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChatType } from '../chatTypes.ts'

/** People as the CRM uploaded them. */
export const contacts = sqliteTable('contacts', {
  id: text().primaryKey(),
  name: text().notNull(),
  responsibleUserId: text(),
  deals: text({ mode: 'json' }).$type<(string | number)[]>().notNull(),
  /** Its page in the CRM. */
  uri: text(),
})

/** Which dialogues belong to an uploaded contact. Uploading one makes no dialogue: the chat may not exist yet. */
export const contactChats = sqliteTable(
  'contact_chats',
  {
    contactId: text().notNull(),
    chatType: text().$type<ChatType>().notNull(),
    chatId: text().notNull(),
    username: text(),
    phone: text(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.chatType, table.chatId] })],
)
