import { and, asc, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { RecordKind } from '../../api/record.ts'
import { contacts, type Database, deals, users } from '../store/schema.ts'
import { outbox } from '../store/vendorSchema.ts'

/** A record that the vendor has to learn of. */
export interface OutboxEntry {
  id: string
  revision: number
}

/**
 * Reads the next records of one kind, changes of the CRM's users before those of a sync.
 * @param options.isSyncing false leaves out those that only a sync has put there
 */
export function readOutbox(
  database: Database,
  { kind, isSyncing, limit }: { kind: RecordKind; isSyncing: boolean; limit: number },
): Promise<OutboxEntry[]> {
  const isDue = isSyncing ? undefined : eq(outbox.isOfSync, false)
  return database
    .select({ id: outbox.id, revision: outbox.revision })
    .from(outbox)
    .where(and(eq(outbox.kind, kind), isDue))
    .orderBy(asc(outbox.isOfSync), asc(outbox.id))
    .limit(limit)
}

/** Removes records that were sent. One that has changed since then stays. */
export async function removeFromOutbox(
  database: Database,
  { kind, entries }: { kind: RecordKind; entries: OutboxEntry[] },
): Promise<void> {
  const sent = entries.map(({ id, revision }) => sql`(${id}, ${revision})`)
  const isSent = sql`(${outbox.id}, ${outbox.revision}) IN (VALUES ${sql.join(sent, sql`, `)})`
  if (entries.length > 0) await database.delete(outbox).where(and(eq(outbox.kind, kind), isSent))
}

/** Empties the outbox of kinds that the vendor does not take. */
export async function dropKinds(database: Database, kinds: RecordKind[]): Promise<void> {
  if (kinds.length > 0) await database.delete(outbox).where(inArray(outbox.kind, kinds))
}

/** Puts all records of a kind into the outbox. @returns their number */
export async function putAll(database: Database, kind: RecordKind): Promise<number> {
  const source = sources[kind]
  await database.run(sql`
    INSERT INTO outbox (kind, id, is_of_sync) SELECT ${kind}, id, 1 FROM ${source.table} WHERE ${source.isLive}
    ON CONFLICT (kind, id) DO UPDATE SET is_of_sync = 1`)
  return countOfSync(database, kind)
}

/** Counts what a sync has still to send of a kind. */
export async function countOfSync(database: Database, kind: RecordKind): Promise<number> {
  const [row] = await database
    .select({ count: count() })
    .from(outbox)
    .where(and(eq(outbox.kind, kind), eq(outbox.isOfSync, true)))
  return row?.count ?? 0
}

const sources: Record<RecordKind, { table: SQLiteTable; isLive: SQL }> = {
  users: { table: users, isLive: sql`true` },
  contacts: { table: contacts, isLive: isNull(contacts.deletedAt) },
  deals: { table: deals, isLive: isNull(deals.deletedAt) },
}
