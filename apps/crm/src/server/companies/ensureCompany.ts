import { randomUUID } from 'node:crypto'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { recordActivity } from '../activity/recordActivity.ts'
import { toSearchText } from '../search/toSearchText.ts'
import { companies, type Database } from '../store/schema.ts'

/** A company that a contact names, for the batch that saves the contact. */
export interface NamedCompany {
  /** Null without a name. */
  id: SQL<string> | null
  /** Statements that add the company unless it is there. They go before those that use the id. */
  statements: BatchItem<'sqlite'>[]
}

/** Finds the company of this name, or adds it: two contacts that are saved at once get the same one. */
export async function ensureCompany(
  database: Database,
  { name, userId, at }: { name: string; userId: string; at: number },
): Promise<NamedCompany> {
  if (name === '') return { id: null, statements: [] }
  const sortName = toSearchText(name)
  const isSame = and(eq(companies.sortName, sortName), isNull(companies.deletedAt))
  const [existing] = await database.select({ id: companies.id }).from(companies).where(isSame)
  return { id: companyIdOf(name), statements: existing ? [] : addCompany(database, { name, userId, at }) }
}

/** The id that the company of this name has when the statement runs; null if there is none. */
export function companyIdOf(name: string): SQL<string> {
  return sql<string>`(SELECT id FROM companies WHERE sort_name = ${toSearchText(name)} AND deleted_at IS NULL)`
}

/** Builds the statements that add a company of this name, unless somebody adds it first. */
export function addCompany(
  database: Database,
  { name, userId, at }: { name: string; userId: string; at: number },
): BatchItem<'sqlite'>[] {
  const id = randomUUID()
  const times = { createdAt: at, updatedAt: at }
  const details = { name, sortName: toSearchText(name), website: '', city: '', industry: '' }
  return [
    database
      .insert(companies)
      .values({ id, ...times, ...details, responsibleUserId: userId })
      .onConflictDoNothing(),
    recordActivity(database, {
      userId,
      at,
      itemKind: 'company',
      action: 'created',
      itemId: id,
      itemName: name,
      companyId: id,
    }),
  ]
}
