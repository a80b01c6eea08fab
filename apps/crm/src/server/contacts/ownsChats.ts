import { eq } from 'drizzle-orm'
import { chats, contacts, type Database } from '../store/schema.ts'

/** Returns true if every chat belongs to a contact this user is responsible for. False for an empty list. */
export async function ownsChats(
  database: Database,
  { userId, chats: requested }: { userId: string; chats: { chatType: string; chatId: string }[] },
): Promise<boolean> {
  const rows = await database
    .select({ chatType: chats.chatType, chatId: chats.chatId })
    .from(chats)
    .innerJoin(contacts, eq(contacts.id, chats.contactId))
    .where(eq(contacts.responsibleUserId, userId))
  const owned = new Set(rows.map(toKey))
  return requested.length > 0 && requested.every((chat) => owned.has(toKey(chat)))
}

function toKey({ chatType, chatId }: { chatType: string; chatId: string }): string {
  return `${chatType}:${chatId}`
}
