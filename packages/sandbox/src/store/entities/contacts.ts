import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { ChatType } from '../chatTypes.ts'
import { contactChats, contacts } from '../schema.ts'
import type { Database, Store } from '../store.ts'
import { type EntityList, type EntityPage, pageSize } from './entityList.ts'

/** One of a contact's dialogues. */
export interface ContactChat {
  chatType: ChatType
  chatId: string
  username?: string | null | undefined
  phone?: string | null | undefined
}

/** A contact as the CRM uploads it. */
export interface ContactUpload {
  id: string | number
  name: string
  responsibleUserId?: string | number | undefined
  chats: ContactChat[]
  deals?: (string | number)[] | undefined
  uri?: string | undefined
}

/** A contact and its dialogues. */
export type Contact = typeof contacts.$inferSelect & { chats: ContactChat[] }

/**
 * Adds or replaces contacts by the CRM's id. It creates no dialogues, but may change who is responsible for existing ones.
 * An upload describes the contact in full: without `responsibleUserId` the contact has no responsible user.
 */
export async function saveContacts(store: Store, uploads: ContactUpload[]): Promise<void> {
  for (const upload of uploads) await saveContact(store, upload)
  store.changes.publish({ kind: 'contacts' })
}

/** A page of up to 100 contacts, ordered by id by default. */
export async function listContacts(database: Database, page: EntityPage): Promise<EntityList<Contact>> {
  const { offset = 0, orderBy = 'id', orderDirection = 'asc' } = page
  const direct = orderDirection === 'asc' ? asc : desc
  const [total] = await database.select({ count: count() }).from(contacts)
  const rows = await database
    .select()
    .from(contacts)
    .orderBy(direct(contacts[orderBy]), direct(contacts.id))
    .limit(pageSize)
    .offset(offset)
  return { count: total?.count ?? 0, items: await withChats(database, rows) }
}

/** A contact by the CRM's id. */
export async function getContact(database: Database, id: string): Promise<Contact | undefined> {
  const rows = await database.select().from(contacts).where(eq(contacts.id, id))
  return (await withChats(database, rows))[0]
}

/** Finds the contact with this dialogue. @returns its id in the CRM */
export async function findContact(
  database: Database,
  { chatType, chatId }: Pick<ContactChat, 'chatType' | 'chatId'>,
): Promise<string | undefined> {
  const isSame = and(eq(contactChats.chatType, chatType), eq(contactChats.chatId, chatId))
  const [found] = await database.select().from(contactChats).where(isSame).orderBy(asc(contactChats.contactId)).limit(1)
  return found?.contactId
}

/** Deletes contacts, but not their dialogues. @returns the ids of the deleted ones */
export async function deleteContacts({ database, changes }: Store, ids: string[]): Promise<string[]> {
  const deleted = await database.delete(contacts).where(inArray(contacts.id, ids)).returning()
  if (deleted.length > 0) changes.publish({ kind: 'contacts' })
  return deleted.map(({ id }) => id)
}

async function withChats(database: Database, rows: (typeof contacts.$inferSelect)[]): Promise<Contact[]> {
  const ids = rows.map(({ id }) => id)
  const links = await database
    .select()
    .from(contactChats)
    .where(inArray(contactChats.contactId, ids))
    .orderBy(sql`rowid`)
  return rows.map((contact) => ({ ...contact, chats: links.filter(({ contactId }) => contactId === contact.id) }))
}

async function saveContact({ database }: Store, upload: ContactUpload): Promise<void> {
  const id = String(upload.id)
  const { name, responsibleUserId, deals = [], uri = null } = upload
  const responsible = responsibleUserId === undefined ? null : String(responsibleUserId)
  const fields = { name, deals, uri, responsibleUserId: responsible }
  const links = upload.chats.map((chat) => ({ contactId: id, ...chat }))
  await database.batch([
    database
      .insert(contacts)
      .values({ id, ...fields })
      .onConflictDoUpdate({ target: contacts.id, set: fields }),
    database.delete(contactChats).where(eq(contactChats.contactId, id)),
    ...links.map((link) => database.insert(contactChats).values(link).onConflictDoNothing()),
  ])
}
