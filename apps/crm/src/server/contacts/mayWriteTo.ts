import { eq, or } from 'drizzle-orm'
import { chats, contacts, type Database } from '../store/schema.ts'

/** Returns true unless the number or name is that of a colleague's contact: anybody may write to somebody new. */
export async function mayWriteTo(
  database: Database,
  { userId, recipient }: { userId: string; recipient: { phone: string } | { username: string } },
): Promise<boolean> {
  const id = 'phone' in recipient ? recipient.phone : recipient.username
  const rows = await database
    .select({ owner: contacts.responsibleUserId })
    .from(contacts)
    .leftJoin(chats, eq(chats.contactId, contacts.id))
    .where(or(eq(contacts.phone, id), eq(chats.chatId, id)))
  return rows.every(({ owner }) => owner === userId)
}
