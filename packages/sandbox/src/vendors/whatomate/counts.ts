import { and, between, count, desc, eq, isNull } from 'drizzle-orm'
import type { Account } from '../../server/account.ts'
import { messages } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { whatomateContacts } from './tables.ts'
import { toTime } from './toContact.ts'
import { toMessage } from './toMessage.ts'

/** Kinds of rows that the dashboard counts. */
export type Source = 'messages' | 'contacts'

/** From one time to another, both included, in Unix milliseconds. */
export interface Period {
  from: number
  to: number
}

/** Number of messages in WhatsApp, or of new contacts, in a period. */
export async function countIn(
  { database }: Store,
  { source, period: { from, to } }: { source: Source; period: Period },
): Promise<number> {
  const [row] =
    source === 'messages'
      ? await database
          .select({ total: count() })
          .from(messages)
          .where(and(inWhatsapp, between(messages.sentAt, from, to)))
      : await database
          .select({ total: count() })
          .from(whatomateContacts)
          .where(and(isNull(whatomateContacts.deletedAt), between(whatomateContacts.createdAt, from, to)))
  return row?.total ?? 0
}

/** The latest messages of all contacts, as the dashboard shows them. */
export async function listLatestMessages(account: Account, { limit }: { limit: number }) {
  const latest = await account.store.database
    .select({ message: messages, contactId: whatomateContacts.contactId, name: whatomateContacts.profileName })
    .from(messages)
    .innerJoin(whatomateContacts, eq(whatomateContacts.phone, messages.chatId))
    .where(and(inWhatsapp, isNull(whatomateContacts.deletedAt)))
    .orderBy(desc(messages.position))
    .limit(limit)
  return Promise.all(
    latest.map(async ({ message, contactId, name }) => {
      const { messageId, direction, sentAt, text } = message
      const { status, message_type } = await toMessage(account, { message, contactId })
      const content = text || `[${message_type}]`
      return { id: messageId, contact_name: name, content, direction, created_at: toTime(sentAt), status }
    }),
  )
}

const inWhatsapp = eq(messages.chatType, 'whatsapp')
