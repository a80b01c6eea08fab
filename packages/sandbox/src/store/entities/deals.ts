import { asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { dealContacts, deals } from '../schema.ts'
import type { Database, Store } from '../store.ts'
import { type EntityList, type EntityPage, pageSize } from './entityList.ts'

/** A deal as the CRM uploads it. Omitted fields keep their value. */
export interface DealUpload {
  id: string | number
  name?: string | undefined
  responsibleUserId?: string | number | undefined
  uri?: string | undefined
  closed?: boolean | undefined
  /** Ids of its contacts. */
  contacts?: (string | number)[] | undefined
}

/** A deal and the ids of its contacts. */
export type Deal = typeof deals.$inferSelect & { contacts: string[] }

/** Adds or updates deals by the CRM's id. It may change who is responsible for their contacts' dialogues. */
export async function saveDeals(store: Store, uploads: DealUpload[]): Promise<void> {
  for (const upload of uploads) await saveDeal(store, upload)
  store.changes.publish({ kind: 'contacts' })
}

/** A page of up to 100 deals, ordered by id by default. */
export async function listDeals(database: Database, page: EntityPage): Promise<EntityList<Deal>> {
  const { offset = 0, orderBy = 'id', orderDirection = 'asc' } = page
  const direct = orderDirection === 'asc' ? asc : desc
  const [total] = await database.select({ count: count() }).from(deals)
  const rows = await database
    .select()
    .from(deals)
    .orderBy(direct(deals[orderBy]), direct(deals.id))
    .limit(pageSize)
    .offset(offset)
  return { count: total?.count ?? 0, items: await withContacts(database, rows) }
}

/** A deal by the CRM's id. */
export async function getDeal(database: Database, id: string): Promise<Deal | undefined> {
  const rows = await database.select().from(deals).where(eq(deals.id, id))
  return (await withContacts(database, rows))[0]
}

/** Deletes deals. @returns the ids of the deleted ones */
export async function deleteDeals({ database, changes }: Store, ids: string[]): Promise<string[]> {
  const deleted = await database.delete(deals).where(inArray(deals.id, ids)).returning()
  if (deleted.length > 0) changes.publish({ kind: 'contacts' })
  return deleted.map(({ id }) => id)
}

async function withContacts(database: Database, rows: (typeof deals.$inferSelect)[]): Promise<Deal[]> {
  const ids = rows.map(({ id }) => id)
  const links = await database.select().from(dealContacts).where(inArray(dealContacts.dealId, ids)).orderBy(sql`rowid`)
  return rows.map((deal) => ({
    ...deal,
    contacts: links.filter(({ dealId }) => dealId === deal.id).map(({ contactId }) => contactId),
  }))
}

async function saveDeal({ database }: Store, { id, contacts, ...upload }: DealUpload): Promise<void> {
  const dealId = String(id)
  const given = Object.fromEntries(Object.entries(upload).filter(([, value]) => value !== undefined))
  const responsibleUserId = upload.responsibleUserId === undefined ? undefined : String(upload.responsibleUserId)
  const fields = { ...given, ...(responsibleUserId === undefined ? {} : { responsibleUserId }) }
  const links = contacts?.map((contactId) => ({ dealId, contactId: String(contactId) })) ?? []
  await database.batch([
    database
      .insert(deals)
      .values({ name: '', closed: false, ...fields, id: dealId })
      .onConflictDoUpdate({ target: deals.id, set: { id: dealId, ...fields } }),
    ...(contacts ? [database.delete(dealContacts).where(eq(dealContacts.dealId, dealId))] : []),
    ...links.map((link) => database.insert(dealContacts).values(link).onConflictDoNothing()),
  ])
}
