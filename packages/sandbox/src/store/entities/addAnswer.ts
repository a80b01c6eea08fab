import { and, eq } from 'drizzle-orm'
import type { Chat } from '../chatTypes.ts'
import { type Message, type MessageButton, type MessageTemplate, messages } from '../schema.ts'
import type { Database, Store } from '../store.ts'
import { insertAnswer } from './insertAnswer.ts'
import { isInChat } from './messages.ts'

/** Parameters of {@link addAnswer}. */
export interface AddAnswerParameters extends Chat {
  channelId: string
  text?: string | undefined
  content?: string | undefined
  refMessageId?: string | undefined
  /** The author; none for messages sent through the API. */
  author?: { id: string; name: string }
  /** Messengers take a moment: such an answer is `sending` until they have it. @default 'sent' */
  status?: 'sending' | 'sent'
  /** Repeating a call with the same one adds nothing and gives the first message back. */
  clientMessageId?: string
  /** Origin of the message. @default 'api' */
  source?: 'api' | 'window' | 'phone'
  templateId?: string | undefined
  /** The template it was made from, if any. */
  template?: MessageTemplate | undefined
  buttons?: MessageButton[] | undefined
  /** False leaves what came in before unanswered, e.g. after an automatic reply. @default true */
  clearUnanswered?: boolean | undefined
}

/** Adds what the company writes: the dialogue is made if it is missing, and is answered from now on. */
export async function addAnswer(store: Store, parameters: AddAnswerParameters): Promise<Message> {
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
  const message = await insertAnswer(store, { row, clearUnanswered })
  if (!message) return getRepeated(store.database, parameters)
  store.changes.publish({ kind: 'message', message })
  return message
}

async function getRepeated(
  database: Database,
  { clientMessageId = '', ...chat }: AddAnswerParameters,
): Promise<Message> {
  const [message] = await database
    .select()
    .from(messages)
    .where(and(isInChat(chat), eq(messages.clientMessageId, clientMessageId)))
  if (!message) throw new Error('The store gave no row back for a message that it has just written.')
  return message
}
