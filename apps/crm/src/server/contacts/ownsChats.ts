import { and, eq, isNull, or } from 'drizzle-orm'
import { type Actor, mayWrite, seesAll } from '../../api/role.ts'
import { chats, contacts, type Database } from '../store/schema.ts'

/** Chats that a user wants to open. */
export interface ChatsRequest {
  user: Actor
  chats: { chatType: string; chatId: string }[]
  /** `write` where a message is sent, changed or taken back. */
  access: 'read' | 'write'
}

/**
 * Returns true if the user may open every chat, or write there: sales those of their own contacts, others all of them, and
 * quality control without writing. False for an empty list.
 */
export async function ownsChats(
  database: Database,
  { user, chats: requested, access }: ChatsRequest,
): Promise<boolean> {
  if (requested.length === 0 || (access === 'write' && !mayWrite(user.role))) return false
  if (seesAll(user.role)) return true
  const isRequested = or(
    ...requested.map(({ chatType, chatId }) =>
      and(eq(chats.chatType, toMessenger(chatType)), eq(chats.chatId, chatId)),
    ),
  )
  const rows = await database
    .select({ chatType: chats.chatType, chatId: chats.chatId })
    .from(chats)
    .innerJoin(contacts, eq(contacts.id, chats.contactId))
    .where(and(isRequested, eq(contacts.responsibleUserId, user.id), isNull(contacts.deletedAt)))
  const owned = new Set(rows.map(toKey))
  return requested.every((chat) => owned.has(toKey(chat)))
}

/** A messenger that the CRM does not know has no chats there. */
function toMessenger(chatType: string): typeof chats.$inferSelect.chatType {
  return chatType as typeof chats.$inferSelect.chatType
}

function toKey({ chatType, chatId }: { chatType: string; chatId: string }): string {
  return `${chatType}:${chatId}`
}
