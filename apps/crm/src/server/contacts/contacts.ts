import { and, count, eq, getTableColumns, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Contact } from '../../api/contact.ts'
import type { ItemKind } from '../items/itemKind.ts'
import { companies, contacts, type Database, deals } from '../store/schema.ts'
import { type ChatSummary, selectChats, summarize } from './chatSummaries.ts'

const { searchText: _, sortName: __, ...columns } = getTableColumns(contacts)

type ContactRow = Omit<typeof contacts.$inferSelect, 'searchText' | 'sortName'> & { company: string }

/** Contacts as items. */
export const contactKind: ItemKind<Contact> = {
  kind: 'contact',
  table: contacts,
  describe: ({ id, name, companyId }) => ({ itemId: id, itemName: name, contactId: id, companyId }),
}

/** Reads contacts of all users by their ids, deleted ones too. */
export async function readContacts(database: Database, ids: string[]): Promise<Contact[]> {
  const rows = await database
    .select({ ...columns, company: sql<string>`coalesce(${companies.name}, '')` })
    .from(contacts)
    .leftJoin(companies, eq(companies.id, contacts.companyId))
    .where(inArray(contacts.id, ids))
  return toContacts(database, rows)
}

/** Reads a contact of any user, a deleted one too. */
export async function readContact(database: Database, id: string): Promise<Contact | undefined> {
  return (await readContacts(database, [id]))[0]
}

/** Completes rows with what other tables have of the contacts. */
async function toContacts(database: Database, rows: ContactRow[]): Promise<Contact[]> {
  const ids = rows.map(({ id }) => id)
  const [chatsOf, dealsOf] = [await selectChats(database, ids), await countOpenDeals(database, ids)]
  return rows.map((row) => {
    const own: ChatSummary[] = chatsOf.get(row.id) ?? []
    const ownChats = own.map(({ chatType, chatId }) => ({ chatType, chatId }))
    return { ...row, chats: ownChats, ...summarize(own), openDealCount: dealsOf.get(row.id) ?? 0 }
  })
}

async function countOpenDeals(database: Database, contactIds: string[]): Promise<Map<string, number>> {
  const rows = await database
    .select({ contactId: deals.contactId, count: count() })
    .from(deals)
    .where(and(inArray(deals.contactId, contactIds), isNull(deals.deletedAt), notInArray(deals.stage, ['won', 'lost'])))
    .groupBy(deals.contactId)
  return new Map(rows.map((row) => [row.contactId, row.count]))
}
