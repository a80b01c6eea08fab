import type { WabaTier } from '@crm-chat/vendors/wazzup-tech'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { channelStates } from '../channelStates.ts'
import type { Transport } from '../transports.ts'

/** The company's accounts in messengers. */
export const channels = sqliteTable('channels', {
  channelId: text().primaryKey(),
  transport: text().$type<Transport>().notNull(),
  /** Its phone number or name in the messenger; empty until it is known. */
  plainId: text().notNull(),
  state: text({ enum: channelStates }).notNull(),
  name: text().notNull().default(''),
  /** What a QR code to scan says, while there is one. */
  qr: text(),
  qrExpiresAt: integer(),
  /** How many QR codes were shown since it was last connected. */
  qrCount: integer().notNull().default(0),
  /** The code to enter in the messenger instead of scanning, and the phone it is for. */
  pairingCode: text(),
  pairingPhone: text(),
  /** The second factor its account in the messenger asks for, once its QR code was scanned. */
  password: text(),
  /** Where a customer goes to connect it. */
  url: text(),
  /** How many conversations a WABA channel may begin in 24 hours; nothing for other channels. */
  tier: text().$type<WabaTier>(),
  createdAt: integer().notNull().default(0),
})
