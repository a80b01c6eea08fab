import { and, eq } from 'drizzle-orm'
import type { Chat } from '../chatTypes.ts'
import { type Message, type MessageButton, type MessageKeyboard, type MessageTemplate, messages } from '../schema.ts'
import type { Database, Store } from '../store.ts'
import { insertReply } from './insertReply.ts'
import { isInChat } from './messages.ts'

/** Parameters of {@link addReply}. */
export interface AddReplyParameters extends Chat {
  channelId: string
  text?: string | undefined
  content?: string | undefined
  refMessageId?: string | undefined
  /** The author. @default none, for a message sent through the API */
  author?: { id: string; name: string }
  /** `sending` until the messenger has accepted the message. @default 'sent' */
  status?: 'sending' | 'sent'
  /** A repeated call with the same id adds nothing and returns the first message. */
  clientMessageId?: string
  /** Origin of the message. @default 'api' */
  source?: 'api' | 'window' | 'phone'
  templateId?: string | undefined
  /** The template it was made from, if any. */
  template?: MessageTemplate | undefined
  buttons?: MessageButton[] | undefined
  keyboard?: MessageKeyboard | undefined
  /** False leaves earlier messages unanswered, e.g. after an automatic reply. @default true */
  clearUnanswered?: boolean | undefined
}

/** Adds a message of the company. Creates the dialogue if it is missing, and marks it as replied. */
export async function addReply(store: Store, parameters: AddReplyParameters): Promise<Message> {
  const { author, status = 'sent' as const, source = 'api' as const, clearUnanswered = true, ...fields } = parameters
  const row = {
    ...fields,
    messageId: store.ids.next('message'),
    direction: 'outgoing' as const,
    status,
    source,
    authorUserId: author?.id,
    authorName: author?.name,
    sentAt: store.clock.now(),
  }
  const message = await insertReply(store, { row, clearUnanswered })
  if (!message) return getRepeated(store.database, parameters)
  store.changes.publish({ kind: 'message', message })
  return message
}

async function getRepeated(
  database: Database,
  { clientMessageId = '', ...chat }: AddReplyParameters,
): Promise<Message> {
  const [message] = await database
    .select()
    .from(messages)
    .where(and(isInChat(chat), eq(messages.clientMessageId, clientMessageId)))
  if (!message) throw new Error('The store returned no row for a message that it has just inserted.')
  return message
}
