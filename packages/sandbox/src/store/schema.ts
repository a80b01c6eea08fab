import type { WabaTier } from '@crm-chat/vendors/wazzup-tech'
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { channelStates } from './channelStates.ts'
import type { Chat, ChatType } from './chatTypes.ts'
import type { Transport } from './transports.ts'

/** Values that survive a restart and do not belong to an account's data, e.g. the secret that signs links. */
export const settings = sqliteTable('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
})

/** Users who have opened a chats window. */
export const users = sqliteTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Digits only, unique to a user; for the vendor's mobile app. */
  phone: text(),
})
/** A user of the CRM. */
export type User = typeof users.$inferSelect

/** Roles of users by channel; the channel `*` stands for all others. */
export const userRoles = sqliteTable(
  'user_roles',
  {
    userId: text().notNull(),
    channelId: text().notNull(),
    role: text({ enum: ['seller', 'manager', 'auditor', 'none'] }).notNull(),
    allowGetNewClients: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.channelId] })],
)
/** A user's role in a channel. A `seller` sees their own dialogues, a `manager` or `auditor` sees all. */
export type UserRole = typeof userRoles.$inferSelect

/** The company's accounts in messengers. */
export const channels = sqliteTable('channels', {
  channelId: text().primaryKey(),
  transport: text().$type<Transport>().notNull(),
  /** Its phone number or name in the messenger; empty until it is known. */
  plainId: text().notNull(),
  state: text({ enum: channelStates }).notNull(),
  name: text().notNull().default(''),
  /** Content of the QR code to scan, while there is one. */
  qr: text(),
  qrExpiresAt: integer(),
  /** Number of QR codes shown since the channel was last connected. */
  qrCount: integer().notNull().default(0),
  /** The code to enter in the messenger instead of scanning, and the phone it is for. */
  pairingCode: text(),
  pairingPhone: text(),
  /** The second factor its account in the messenger asks for, once its QR code was scanned. */
  password: text(),
  /** Page for connecting it. */
  url: text(),
  /** Number of conversations a WABA channel may start in 24 hours; none for other channels. */
  tier: text().$type<WabaTier>(),
  createdAt: integer().notNull().default(0),
})
/** The company's account in a messenger. */
export type Channel = typeof channels.$inferSelect

/** Dialogues, created by a message in either direction or by opening a card. */
export const chats = sqliteTable(
  'chats',
  {
    chatType: text().$type<ChatType>().notNull(),
    chatId: text().notNull(),
    /** The name known without the CRM: from the card that was opened, or from the messenger. */
    name: text().notNull(),
    createdAt: integer().notNull(),
    /** Messages up to this position are not unanswered. */
    answeredPosition: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.chatType, table.chatId] })],
)

/** Members of group chats, besides the company. */
export const groupMembers = sqliteTable(
  'group_members',
  {
    chatType: text().$type<ChatType>().notNull(),
    chatId: text().notNull(),
    /** Their account in the messenger, e.g. a phone number. */
    memberId: text().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatType, table.chatId, table.memberId] })],
)
/** A member of a group chat. */
export interface GroupMember {
  /** Their account in the messenger, e.g. a phone number. */
  memberId: string
  name: string
}

/** A group chat in the messenger. */
export interface Group extends Chat {
  name: string
  members: GroupMember[]
}

/** Kinds of messages that are neither a text nor a file. A `contact` is a person's card, `unsupported` one that no API can show. */
export const messageKinds = ['location', 'contact', 'missedCall', 'unsupported'] as const
/** A message that is neither a text nor a file. */
export type MessageKind = (typeof messageKinds)[number]

/** Messages of all dialogues; `position` gives their order. */
export const messages = sqliteTable('messages', {
  position: integer().primaryKey({ autoIncrement: true }),
  messageId: text().notNull().unique(),
  chatType: text().$type<ChatType>().notNull(),
  chatId: text().notNull(),
  channelId: text().notNull(),
  direction: text({ enum: ['incoming', 'outgoing'] }).notNull(),
  /** Null for a text or a file. */
  kind: text({ enum: messageKinds }),
  text: text(),
  /** Link to a file. */
  content: text(),
  /** `inbound` for customers' messages; the company's are `sending`, then `sent`, `delivered` and `read`, or `failed`. */
  status: text({ enum: ['inbound', 'sending', 'sent', 'delivered', 'read', 'failed'] }).notNull(),
  /** Reason for a failure. */
  failure: text(),
  authorUserId: text(),
  authorName: text(),
  refMessageId: text(),
  /** Set by the window that sent it, so that a repeated request adds nothing. */
  clientMessageId: text(),
  /** Origin of a message of the company. */
  source: text({ enum: ['api', 'window', 'phone'] }),
  templateId: text(),
  /** The template it was made from, if any. */
  template: text({ mode: 'json' }).$type<MessageTemplate>(),
  buttons: text({ mode: 'json' }).$type<MessageButton[]>(),
  /** Keyboard of a bot, if its buttons are one. */
  keyboard: text({ mode: 'json' }).$type<MessageKeyboard>(),
  editedAt: integer(),
  deletedAt: integer(),
  sentAt: integer().notNull(),
})
/** A message of a dialogue. */
export type Message = typeof messages.$inferSelect

/** Content of a message made from a template beyond its text, as the template was at that time. */
export interface MessageTemplate {
  name: string
  /** In the order header, body, buttons. */
  values: string[]
  /** Text above the body. */
  header: string | null
  footer: string | null
}

/** A button under a message. */
export interface MessageButton {
  text?: string | undefined
  type?: string | undefined
  id?: string | undefined
  payload?: string | undefined
  /** Target of a link. */
  url?: string | undefined
  /** Meaning of a MAX bot's button. */
  intent?: 'default' | 'positive' | 'negative' | undefined
  /** Row of a bot's keyboard, from 0. */
  row?: number | undefined
}

/**
 * Keyboard of a bot's message: `inline` buttons are under the message; `reply` buttons take the place of the customer's
 * keyboard, hidden after use if `oneTime`; `removed` takes those away.
 */
export interface MessageKeyboard {
  kind: 'inline' | 'reply' | 'removed'
  oneTime?: boolean | undefined
}

/** WABA templates. */
export const templates = sqliteTable('templates', {
  templateGuid: text().primaryKey(),
  name: text().notNull(),
  /** approved, rejected, pending, archived … */
  status: text().notNull(),
  /** All other fields of the vendor. */
  details: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
})
/** A WABA template. */
export type Template = typeof templates.$inferSelect

/** Files that customers and users sent, served under `/files`. */
export const files = sqliteTable('files', {
  fileId: text().primaryKey(),
  name: text().notNull(),
  /** Media type, e.g. `image/png`. */
  type: text().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  createdAt: integer().notNull(),
})
/** A file that somebody sent. */
export type StoredFile = typeof files.$inferSelect

/** A customer's possible standings with the company. */
export const customerStandings = ['reachable', 'noAccount', 'accountDeleted', 'reportedSpam'] as const

/** Customers of whom something else than "reachable" is to be said. */
export const customers = sqliteTable(
  'customers',
  {
    chatType: text().$type<ChatType>().notNull(),
    chatId: text().notNull(),
    standing: text({ enum: customerStandings }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatType, table.chatId] })],
)

/** People as the CRM uploaded them. */
export const contacts = sqliteTable('contacts', {
  id: text().primaryKey(),
  name: text().notNull(),
  responsibleUserId: text(),
  deals: text({ mode: 'json' }).$type<(string | number)[]>().notNull(),
  /** Its page in the CRM. */
  uri: text(),
})

/** The dialogues of uploaded contacts. An upload does not create dialogues, so they may not exist yet. */
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

/** Deals as the CRM uploaded them. */
export const deals = sqliteTable('deals', {
  id: text().primaryKey(),
  name: text().notNull(),
  responsibleUserId: text(),
  /** Its page in the CRM. */
  uri: text(),
  closed: integer({ mode: 'boolean' }).notNull(),
})

/** The contacts of deals; they may be unknown. */
export const dealContacts = sqliteTable(
  'deal_contacts',
  { dealId: text().notNull(), contactId: text().notNull() },
  (table) => [primaryKey({ columns: [table.dealId, table.contactId] })],
)

/** Sales pipelines as the CRM uploaded them. */
export const pipelines = sqliteTable('pipelines', {
  id: text().primaryKey(),
  name: text().notNull(),
  stages: text({ mode: 'json' }).$type<{ id: string; name: string }[]>(),
})
/** A sales pipeline and its stages. */
export type Pipeline = typeof pipelines.$inferSelect

/** A company's settings at the vendor, by name; a missing name has its default value. */
export const accountSettings = sqliteTable('account_settings', {
  name: text().primaryKey(),
  value: text().notNull(),
})

/** Ids of CRMs' messages and the time of their use: an id is accepted once a minute. */
export const crmMessageIds = sqliteTable('crm_message_ids', {
  crmMessageId: text().primaryKey(),
  usedAt: integer().notNull(),
})

/** Names of the vendors that the sandbox emulates, like those of their clients in `@crm-chat/vendors`. */
export const vendorNames = ['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate'] as const
/** Name of a vendor. */
export type Vendor = (typeof vendorNames)[number]

/** Registered webhook endpoints. */
export const webhookEndpoints = sqliteTable('webhook_endpoints', {
  endpointId: text().primaryKey(),
  vendor: text({ enum: vendorNames }).notNull(),
  url: text().notNull(),
  /** Names of the events it is subscribed to, in the vendor's words. */
  events: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Authenticates the sandbox: a bearer key, or the key that signs the body. */
  secret: text(),
  /** Other settings that the vendor stores with it. */
  details: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
})

/** Exports of messages to a file. */
export const messageDumps = sqliteTable('message_dumps', {
  exportId: text().primaryKey(),
  status: text({ enum: ['pending', 'processing', 'done', 'webhook_failed'] }).notNull(),
  startAt: integer().notNull(),
  endAt: integer().notNull(),
  channelId: text(),
  /** Origin of the sandbox at the time of the request, for the export's link. */
  origin: text().notNull(),
  url: text(),
  createdAt: integer().notNull(),
})
/** An export of messages to a file. */
export type MessageDump = typeof messageDumps.$inferSelect
