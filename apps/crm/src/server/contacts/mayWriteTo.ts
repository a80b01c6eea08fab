import { and, eq, isNull, or } from 'drizzle-orm'
import { type Actor, maySee, mayWrite } from '../../api/role.ts'
import { chats, contacts, type Database } from '../store/schema.ts'

/**
 * Returns true unless the number or name is that of a contact that the user may not see: anybody may write to somebody new,
 * but for quality control, who writes to nobody.
 */
export async function mayWriteTo(
  database: Database,
  { user, recipient }: { user: Actor; recipient: { phone: string } | { username: string } },
): Promise<boolean> {
  if (!mayWrite(user.role)) return false
  const id = 'phone' in recipient ? recipient.phone : recipient.username
  const rows = await database
    .select({ responsibleUserId: contacts.responsibleUserId })
    .from(contacts)
    .leftJoin(chats, eq(chats.contactId, contacts.id))
    .where(and(or(eq(contacts.phone, id), eq(chats.chatId, id)), isNull(contacts.deletedAt)))
  return rows.every((contact) => maySee(user, contact))
}
