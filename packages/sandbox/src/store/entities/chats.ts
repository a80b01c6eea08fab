import { and, desc, eq, getTableColumns, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Chat } from '../chatTypes.ts'
import { chats, type Message, messages } from '../schema.ts'
import type { Database, Store } from '../store.ts'
import { unansweredInChat } from './unanswered.ts'
import { hasAccess, isOwnTask } from './visibility.ts'

/** A dialogue, and its name if it has to be created. */
export interface NamedChat extends Chat {
  name?: string | undefined
}

/** A dialogue as a list shows it. */
export interface ChatSummary extends Chat {
  /** The CRM's name of the contact, else the messenger's. */
  name: string
  /** Number of messages since the last reply. */
  unanswered: number
  /** False if other users are responsible, and this user only supervises them. */
  isOwnTask: boolean
  lastMessage: Message | null
  createdAt: number
}

/** The dialogues that a user's window may show: all that the user has access to, or exactly those of a card. */
export interface ChatScope {
  userId: string
  chats?: Chat[]
}

/** Creates the dialogues that do not exist yet, named by `name` or else by their chatId. */
export async function ensureChats(store: Store, named: NamedChat[]): Promise<void> {
  const created: Chat[] = []
  for (const chat of named) created.push(...(await insertChat(store, chat).returning()))
  if (created.length > 0) store.changes.publish({ kind: 'chats', chats: created })
}

/** The statement that creates a dialogue unless it exists. */
export function insertChat({ database, clock }: Store, { chatType, chatId, name }: NamedChat) {
  return database
    .insert(chats)
    .values({ chatType, chatId, name: name || chatId, createdAt: clock.now() })
    .onConflictDoNothing()
}

/** The statement that updates a dialogue's name from the messenger, if the messenger sent one. */
export function renameChat({ database }: Store, { chatType, chatId, name }: NamedChat) {
  return database
    .update(chats)
    .set({ name: sql`coalesce(${name || null}, ${chats.name})` })
    .where(isChat({ chatType, chatId }))
}

/** The dialogues within a scope, the latest first. */
export async function listChats(database: Database, scope: ChatScope): Promise<ChatSummary[]> {
  const { userId } = scope
  const within = scope.chats ? or(sql`FALSE`, ...scope.chats.map(isChat)) : hasAccess(userId)
  return selectSummaries(database, { within, userId })
}

/** Every dialogue of the account, the latest first. */
export function listAllChats(database: Database): Promise<ChatSummary[]> {
  return selectSummaries(database, {})
}

/** One dialogue, if it exists and is within the scope. */
export async function getChat(
  database: Database,
  { chat, scope }: { chat: Chat; scope: ChatScope },
): Promise<ChatSummary | undefined> {
  const { userId } = scope
  if (scope.chats && !scope.chats.some((other) => isSameChat(other, chat))) return undefined
  const within = scope.chats ? undefined : hasAccess(userId)
  const [summary] = await selectSummaries(database, { within: and(isChat(chat), within), userId })
  return summary
}

/** Name of a dialogue: the CRM's, otherwise the messenger's, otherwise its id. */
export async function getChatName(database: Database, chat: Chat): Promise<string> {
  const [row] = await database.select({ name: displayName }).from(chats).where(isChat(chat))
  return row?.name ?? chat.chatId
}

function isSameChat(a: Chat, b: Chat): boolean {
  return a.chatType === b.chatType && a.chatId === b.chatId
}

function isChat({ chatType, chatId }: Chat): SQL | undefined {
  return and(eq(chats.chatType, chatType), eq(chats.chatId, chatId))
}

function selectSummaries(
  database: Database,
  { within, userId }: { within?: SQL | undefined; userId?: string },
): Promise<ChatSummary[]> {
  const latest = alias(messages, 'latest')
  return database
    .select({
      chatType: chats.chatType,
      chatId: chats.chatId,
      name: displayName,
      unanswered: unansweredInChat,
      isOwnTask: sql<boolean>`${userId === undefined ? sql`TRUE` : isOwnTask(userId)}`.mapWith(Boolean),
      lastMessage: getTableColumns(latest),
      createdAt: chats.createdAt,
    })
    .from(chats)
    .leftJoin(latest, eq(latest.position, latestPosition))
    .where(within)
    .orderBy(desc(sql`coalesce(${latest.sentAt}, ${chats.createdAt})`), desc(latest.position))
}

const displayName = sql<string>`coalesce((
  SELECT contacts.name FROM contact_chats JOIN contacts ON contacts.id = contact_chats.contact_id
  WHERE contact_chats.chat_type = chats.chat_type AND contact_chats.chat_id = chats.chat_id AND contacts.name <> ''
  ORDER BY contacts.id LIMIT 1
), chats.name)`

const latestPosition = sql`(
  SELECT max(latest_message.position) FROM messages AS latest_message
  WHERE latest_message.chat_type = chats.chat_type AND latest_message.chat_id = chats.chat_id
)`
