import { eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Deal } from '../../api/deal.ts'
import { selectChats, summarize } from '../contacts/chatSummaries.ts'
import type { ItemKind } from '../items/itemKind.ts'
import { companies, contacts, type Database, deals } from '../store/schema.ts'

const { searchText: _, position: __, ...columns } = getTableColumns(deals)

/** Deals as items. */
export const dealKind: ItemKind<Deal> = {
  kind: 'deal',
  table: deals,
  describe: ({ id, title, contactId, companyId }) => ({
    itemId: id,
    itemName: title,
    dealId: id,
    contactId,
    companyId,
  }),
}

/** Reads deals of all users by their ids, deleted ones too. */
export async function readDeals(database: Database, ids: string[]): Promise<Deal[]> {
  const rows = await database
    .select({
      ...columns,
      contact: sql<string>`coalesce(${contacts.name}, '')`,
      company: sql<string>`coalesce(${companies.name}, '')`,
      contactDeletedAt: contacts.deletedAt,
    })
    .from(deals)
    .leftJoin(contacts, eq(contacts.id, deals.contactId))
    .leftJoin(companies, eq(companies.id, deals.companyId))
    .where(inArray(deals.id, ids))
  const liveContacts = rows.flatMap(({ contactId, contactDeletedAt }) => (contactDeletedAt === null ? [contactId] : []))
  const chatsOf = await selectChats(database, [...new Set(liveContacts)]) // A deleted contact has left its chats.
  return rows.map(({ contactDeletedAt: _, ...row }) => ({ ...row, ...summarize(chatsOf.get(row.contactId) ?? []) }))
}

/** Reads a deal of any user, a deleted one too. */
export async function readDeal(database: Database, id: string): Promise<Deal | undefined> {
  return (await readDeals(database, [id]))[0]
}
