import { and, asc, gt, inArray, isNull } from 'drizzle-orm'
import { isClosed } from '../../api/deal.ts'
import type { CrmRecord, recordKinds } from '../../api/record.ts'
import { isLiveContactOfDeal } from '../deals/isLiveContactOfDeal.ts'
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
    .where(and(isNull(contacts.deletedAt), gt(contacts.id, after)))
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
      id: deals.id,
      name: deals.title,
      stage: deals.stage,
      contactId: contacts.id,
      responsibleUserId: deals.responsibleUserId,
    })
    .from(deals)
    .leftJoin(contacts, isLiveContactOfDeal)
    .where(and(isNull(deals.deletedAt), gt(deals.id, after)))
    .orderBy(asc(deals.id))
    .limit(limit)
  return rows.map(({ stage, contactId, ...deal }) => ({
    ...deal,
    contactIds: contactId === null ? [] : [contactId],
    closed: isClosed(stage),
  }))
}
