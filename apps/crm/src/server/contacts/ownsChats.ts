import { eq } from 'drizzle-orm'
import type { Database } from '../store/openStore.ts'
import { chats, contacts } from '../store/schema.ts'

/** Answers whether every one of these chats is of a contact that this user is responsible for. */
export async function ownsChats(
  database: Database,
  { userId, chats: asked }: { userId: string; chats: { chatType: string; chatId: string }[] },
): Promise<boolean> {
  const rows = await database
    .select({ chatType: chats.chatType, chatId: chats.chatId })
    .from(chats)
    .innerJoin(contacts, eq(contacts.id, chats.contactId))
    .where(eq(contacts.responsibleUserId, userId))
  const owned = new Set(rows.map(toKey))
  return asked.length > 0 && asked.every((chat) => owned.has(toKey(chat)))
}

function toKey({ chatType, chatId }: { chatType: string; chatId: string }): string {
  return `${chatType}:${chatId}`
}
