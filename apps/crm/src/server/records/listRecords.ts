import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { CrmRecord, recordKinds } from '../../api/record.ts'
import { chats, contacts, type Database, deals, users } from '../store/schema.ts'

/** Parameters of {@link listRecords}. */
export interface ListRecordsParameters {
  kind: (typeof recordKinds)[number]
  /** Id before the page. Empty for the first one. */
  after: string
  limit: number
}

/** Lists the records of all users, by their ids, in the form that the vendor takes. */
export function listRecords(database: Database, { kind, ...page }: ListRecordsParameters): Promise<CrmRecord[]> {
  return { users: listUsers, contacts: listContacts, deals: listDeals }[kind](database, page)
}

type Page = Omit<ListRecordsParameters, 'kind'>

function listUsers(database: Database, { after, limit }: Page): Promise<CrmRecord[]> {
  return database
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(gt(users.id, after))
    .orderBy(asc(users.id))
    .limit(limit)
}

async function listContacts(database: Database, { after, limit }: Page): Promise<CrmRecord[]> {
  const rows = await database
    .select({ id: contacts.id, name: contacts.name, responsibleUserId: contacts.responsibleUserId })
    .from(contacts)
    .where(gt(contacts.id, after))
    .orderBy(asc(contacts.id))
    .limit(limit)
  const own = await database
    .select()
    .from(chats)
    .where(
      inArray(
        chats.contactId,
        rows.map(({ id }) => id),
      ),
    )
  return rows.map((row) => ({
    ...row,
    chats: own.flatMap(({ contactId, ...chat }) => (contactId === row.id ? [chat] : [])),
  }))
}

async function listDeals(database: Database, { after, limit }: Page): Promise<CrmRecord[]> {
  const rows = await database
    .select({
      id: deals.contactId,
      name: deals.title,
      stage: deals.stage,
      responsibleUserId: contacts.responsibleUserId,
    })
    .from(deals)
    .innerJoin(contacts, and(eq(contacts.id, deals.contactId), gt(contacts.id, after)))
    .orderBy(asc(deals.contactId))
    .limit(limit)
  return rows.map(({ stage, ...deal }) => ({ ...deal, contactIds: [deal.id], closed: stage === 'won' }))
}
