import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Contact, ContactChat, Deal } from '../../api/oldContact.ts'
import { chats, contacts, type Database, deals, type OwnedContact } from '../store/schema.ts'
import { toPhoneSearches } from './toPhoneSearches.ts'
import { toSearchText } from './toSearchText.ts'

/** Lists the contacts a user is responsible for, sorted by name; with a search, the matching ones. */
export async function listContacts(
  database: Database,
  { userId, search = '' }: { userId: string; search?: string | undefined },
): Promise<Contact[]> {
  return (await selectContacts(database, and(isOf(userId), search ? matches(search) : undefined))).map(withoutOwner)
}

/** Returns a contact if this user is responsible for it. */
export async function getContact(
  database: Database,
  { userId, id }: { userId: string; id: string },
): Promise<Contact | undefined> {
  return (await selectContacts(database, and(isOf(userId), eq(contacts.id, id)))).map(withoutOwner)[0]
}

/** Lists the contacts of all users. */
export function listAllContacts(database: Database): Promise<OwnedContact[]> {
  return selectContacts(database, undefined)
}

function matches(search: string): SQL | undefined {
  return or(
    sql`instr(${contacts.searchText}, ${toSearchText(search)}) > 0`,
    ...toPhoneSearches(search).map((digits) => sql`instr(${contacts.phone}, ${digits}) > 0`),
  )
}

function isOf(userId: string): SQL {
  return eq(contacts.responsibleUserId, userId)
}

async function selectContacts(database: Database, condition: SQL | undefined): Promise<OwnedContact[]> {
  const rows = await database
    .select()
    .from(contacts)
    .leftJoin(deals, eq(deals.contactId, contacts.id))
    .where(condition)
    .orderBy(asc(contacts.name), asc(contacts.id))
  const chatsOf = await selectChats(
    database,
    rows.map((row) => row.contacts.id),
  )
  return rows.map(({ contacts: { searchText: _, ...contact }, deals: deal }) => ({
    ...contact,
    chats: chatsOf.get(contact.id) ?? [],
    deal: deal && toDeal(deal),
  }))
}

async function selectChats(database: Database, contactIds: string[]): Promise<Map<string, ContactChat[]>> {
  const rows = await database
    .select()
    .from(chats)
    .where(inArray(chats.contactId, contactIds))
    .orderBy(sql`${chats}.rowid`)
  const found = new Map<string, ContactChat[]>()
  for (const { contactId, ...chat } of rows) found.set(contactId, [...(found.get(contactId) ?? []), chat])
  return found
}

function toDeal({ contactId: _, ...deal }: typeof deals.$inferSelect): Deal {
  return deal
}

/** Removes the responsible user, whom the API does not return. */
export function withoutOwner({ responsibleUserId: _, ...contact }: OwnedContact): Contact {
  return contact
}
