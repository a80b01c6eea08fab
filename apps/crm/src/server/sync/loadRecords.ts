import type { ChatContact, ChatDeal, StaffUser } from '@crm-chat/proxy'
import { and, asc, inArray, isNull } from 'drizzle-orm'
import { isClosed } from '../../api/deal.ts'
import { selectChats } from '../contacts/chatSummaries.ts'
import { isLiveContactOfDeal } from '../deals/isLiveContactOfDeal.ts'
import { contacts, type Database, deals, users } from '../store/schema.ts'

/** Loads users by their ids. */
export function loadUsers(database: Database, ids: string[]): Promise<StaffUser[]> {
  return database
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, ids))
    .orderBy(asc(users.id))
}

/** Loads contacts by their ids, with the fields that show the right chats to the right user. Deleted ones are left out. */
export async function loadContacts(database: Database, ids: string[]): Promise<ChatContact[]> {
  const rows = await database
    .select({ id: contacts.id, name: contacts.name, responsibleUserId: contacts.responsibleUserId })
    .from(contacts)
    .where(and(inArray(contacts.id, ids), isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.id))
  const chatsOf = await selectChats(database, ids)
  return rows.map((row) => ({
    ...row,
    chats: (chatsOf.get(row.id) ?? []).map(({ chatType, chatId }) => ({ chatType, chatId })),
  }))
}

/** Loads deals by their ids. Deleted ones are left out. */
export async function loadDeals(
  database: Database,
  { ids, crmUrl }: { ids: string[]; crmUrl: string },
): Promise<ChatDeal[]> {
  const rows = await database
    .select({ deal: deals, contactId: contacts.id })
    .from(deals)
    .leftJoin(contacts, isLiveContactOfDeal)
    .where(and(inArray(deals.id, ids), isNull(deals.deletedAt)))
    .orderBy(asc(deals.id))
  return rows.map(({ deal: { id, title, stage, responsibleUserId }, contactId }) => ({
    id,
    name: title,
    responsibleUserId,
    contactIds: contactId === null ? [] : [contactId],
    closed: isClosed(stage),
    url: `${crmUrl}/deals/${id}`,
  }))
}
