import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, inArray, lt, notInArray, type SQL } from 'drizzle-orm'
import { type Chat, insertChat, renameChat } from './chats.ts'
import { insertAnswer } from './insertAnswer.ts'
import type { Database, Store } from './openStore.ts'
import { type MessageButton, messages } from './schema.ts'

/** A message of a dialogue. */
export type Message = typeof messages.$inferSelect

/** Parameters of {@link addAnswer}. */
export interface AddAnswerParameters extends Chat {
  channelId: string
  text?: string | undefined
  content?: string | undefined
  refMessageId?: string | undefined
  /** Who wrote it; nobody when it came through the API. */
  author?: { id: string; name: string }
  /** Messengers take a moment: such an answer is `sending` until they have it. @default 'sent' */
  status?: 'sending' | 'sent'
  /** Repeating a call with the same one adds nothing and gives the first message back. */
  clientMessageId?: string
  /** Where it was written. @default 'api' */
  source?: 'api' | 'window' | 'phone'
  templateId?: string | undefined
  buttons?: MessageButton[] | undefined
  /** False leaves what came in before unanswered, e.g. after an automatic reply. @default true */
  clearUnanswered?: boolean | undefined
}

/** Adds what the company writes: the dialogue is made if it is missing, and is answered from now on. */
export async function addAnswer(store: Store, parameters: AddAnswerParameters): Promise<Message> {
  const { author, status = 'sent' as const, source = 'api' as const, clearUnanswered = true, ...fields } = parameters
  const row = {
    ...fields,
    messageId: randomUUID(),
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

/** Parameters of {@link addIncoming}. */
export interface AddIncomingParameters extends Chat {
  channelId: string
  text?: string | undefined
  /** Link to a file. */
  content?: string | undefined
  /** The message it answers to. */
  refMessageId?: string | undefined
  /** What the messenger calls the customer. */
  name?: string | undefined
}

/** Adds what a customer writes: who writes has read what was sent before. */
export async function addIncoming(store: Store, parameters: AddIncomingParameters): Promise<Message> {
  const { name, ...fields } = parameters
  const { database, clock, changes } = store
  const row = {
    ...fields,
    messageId: randomUUID(),
    direction: 'incoming' as const,
    status: 'inbound' as const,
    authorName: name,
    sentAt: clock.now(),
  }
  const [, , read, added] = await database.batch([
    insertChat(store, parameters),
    renameChat(store, parameters),
    database
      .update(messages)
      .set({ status: 'read' })
      .where(
        and(isInChat(parameters), eq(messages.direction, 'outgoing'), notInArray(messages.status, ['read', 'failed'])),
      )
      .returning(),
    database.insert(messages).values(row).returning(),
  ])
  const message = first(added)
  if (read.length > 0) changes.publish({ kind: 'status', chat: toChat(message), messageIds: ids(read), status: 'read' })
  changes.publish({ kind: 'message', message })
  return message
}

/** Marks a message that the messenger has taken over. */
export async function markSent(store: Store, message: Message): Promise<void> {
  const sent = await store.database
    .update(messages)
    .set({ status: 'sent' })
    .where(and(eq(messages.messageId, message.messageId), eq(messages.status, 'sending')))
    .returning()
  if (sent.length === 0) return
  store.changes.publish({ kind: 'status', chat: toChat(message), messageIds: ids(sent), status: 'sent' })
}

/** Marks a message that did not go out, and why. */
export async function markFailed(
  store: Store,
  { messageId, failure }: { messageId: string; failure: string },
): Promise<void> {
  const [failed] = await store.database
    .update(messages)
    .set({ status: 'failed', failure })
    .where(
      and(
        eq(messages.messageId, messageId),
        eq(messages.direction, 'outgoing'),
        notInArray(messages.status, ['read', 'failed']),
      ),
    )
    .returning()
  if (!failed) return
  store.changes.publish({ kind: 'status', chat: toChat(failed), messageIds: [messageId], status: 'failed' })
}

/** Marks messages that have reached the customer's phone; those read meanwhile stay read. */
export async function markDelivered(store: Store, message: Message): Promise<void> {
  const { messageId } = message
  // Spelled out, since it happens to every message: see insertAnswer.ts.
  const { rowsAffected } = await store.client.execute({
    sql: "UPDATE messages SET status = 'delivered' WHERE message_id = ? AND status = 'sent'",
    args: [messageId],
  })
  if (rowsAffected === 0) return
  store.changes.publish({ kind: 'status', chat: toChat(message), messageIds: [messageId], status: 'delivered' })
}

/** Marks all that the company wrote in a dialogue as read by the customer. */
export async function markRead(store: Store, chat: Chat): Promise<string[]> {
  const read = await store.database
    .update(messages)
    .set({ status: 'read' })
    .where(and(isInChat(chat), eq(messages.direction, 'outgoing'), notInArray(messages.status, ['read', 'failed'])))
    .returning()
  if (read.length > 0) store.changes.publish({ kind: 'status', chat, messageIds: ids(read), status: 'read' })
  return ids(read)
}

/** Changes what a message says. It is marked as edited; the unanswered count stays as it is. */
export async function editMessage(
  store: Store,
  { messageId, ...change }: { messageId: string; text?: string | null; content?: string | null },
): Promise<Message | undefined> {
  const [message] = await store.database
    .update(messages)
    .set({ ...change, editedAt: store.clock.now() })
    .where(eq(messages.messageId, messageId))
    .returning()
  if (message) store.changes.publish({ kind: 'edited', message })
  return message
}

/** Takes a message back: it stays as an empty place in the dialogue. */
export async function deleteMessage(store: Store, messageId: string): Promise<Message | undefined> {
  const [message] = await store.database
    .update(messages)
    .set({ deletedAt: store.clock.now() })
    .where(eq(messages.messageId, messageId))
    .returning()
  if (message) store.changes.publish({ kind: 'deleted', message })
  return message
}

/** Messages on their way: to the messenger, or to the customer's phone. */
export function listUndelivered(database: Database): Promise<Message[]> {
  return database
    .select()
    .from(messages)
    .where(inArray(messages.status, ['sending', 'sent']))
    .orderBy(asc(messages.position))
}

/** Parameters of {@link listMessages}. */
export interface ListMessagesParameters extends Chat {
  /** Only messages before this position. */
  before?: number | undefined
  limit?: number
}

/** The latest messages of a dialogue, the oldest of them first. */
export async function listMessages(database: Database, parameters: ListMessagesParameters): Promise<Message[]> {
  const { before, limit = 1_000 } = parameters
  const rows = await database
    .select()
    .from(messages)
    .where(and(isInChat(parameters), before === undefined ? undefined : lt(messages.position, before)))
    .orderBy(desc(messages.position))
    .limit(limit)
  return rows.reverse()
}

/** A message by the id the vendor gave it. */
export async function getMessage(database: Database, messageId: string): Promise<Message | undefined> {
  const [message] = await database.select().from(messages).where(eq(messages.messageId, messageId))
  return message
}

async function getRepeated(
  database: Database,
  { clientMessageId = '', ...chat }: AddAnswerParameters,
): Promise<Message> {
  const rows = await database
    .select()
    .from(messages)
    .where(and(isInChat(chat), eq(messages.clientMessageId, clientMessageId)))
  return first(rows)
}

function isInChat({ chatType, chatId }: Chat): SQL | undefined {
  return and(eq(messages.chatType, chatType), eq(messages.chatId, chatId))
}

function toChat({ chatType, chatId }: Message): Chat {
  return { chatType, chatId }
}

function ids(rows: Message[]): string[] {
  return rows.map((row) => row.messageId)
}

function first(rows: Message[]): Message {
  const [row] = rows
  if (!row) throw new Error('The store gave no row back for a message that it has just written.')
  return row
}
