import { and, count, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { CompaniesQuery, Company } from '../../api/company.ts'
import type { Page } from '../../api/page.ts'
import { type Actor, seesAll } from '../../api/role.ts'
import type { ItemKind } from '../items/itemKind.ts'
import { keyset, toPage } from '../lists/keyset.ts'
import { defaultLimit } from '../lists/readQuery.ts'
import { toSearchText } from '../search/toSearchText.ts'
import { companies, type Database } from '../store/schema.ts'

const { sortName: _, ...columns } = getTableColumns(companies)

/** A company without its counts. */
export type CompanyRow = Omit<typeof companies.$inferSelect, 'sortName'>

/** Companies as items. */
export const companyKind: ItemKind<CompanyRow> = {
  kind: 'company',
  table: companies,
  describe: ({ id, name }) => ({ itemId: id, itemName: name, companyId: id }),
}

/** Lists companies. Everybody sees all of them; the counts are of what the user may see. */
export async function listCompanies(
  database: Database,
  { user, query }: { user: Actor; query: CompaniesQuery },
): Promise<Page<Company>> {
  const { limit = defaultLimit, sort = 'name', order, after, search, ownerId } = query
  const { isAfter, orderBy, place } = keyset({ columns: sortColumns[sort], order, after })
  const isListed = and(
    isNull(companies.deletedAt),
    search === undefined ? undefined : matchesCompany(search),
    ownerId === undefined ? undefined : eq(companies.responsibleUserId, ownerId),
  )
  const found = await database
    .select({ ...columns, ...counts(user), place })
    .from(companies)
    .where(and(isListed, isAfter))
    .orderBy(...orderBy)
    .limit(limit + 1)
  const [{ total } = { total: 0 }] = await database.select({ total: count() }).from(companies).where(isListed)
  const { rows, next } = toPage({ rows: found, limit, total })
  return { items: rows.map(({ place: _, ...company }) => company), total, next }
}

/** Reads companies by their ids, deleted ones too, with the counts of this user. */
export function readCompanies(database: Database, { user, ids }: { user: Actor; ids: string[] }): Promise<Company[]> {
  return database
    .select({ ...columns, ...counts(user) })
    .from(companies)
    .where(inArray(companies.id, ids))
}

const sortColumns: Record<NonNullable<CompaniesQuery['sort']>, SQL[]> = {
  name: [sql`${companies.sortName}`, sql`${companies.id}`],
  city: [sql`${companies.city}`, sql`${companies.sortName}`, sql`${companies.id}`],
  createdAt: [sql`${companies.createdAt}`, sql`${companies.id}`],
}

function matchesCompany(search: string): SQL {
  return sql`instr(${companies.sortName}, ${toSearchText(search)}) > 0`
}

/** The company of the row, named with its table: a subquery has ids of its own. */
const companyId = sql.raw('companies.id')

function counts({ id, role }: Actor): { contactCount: SQL<number>; openDealCount: SQL<number> } {
  const isVisible = seesAll(role) ? sql`` : sql` AND responsible_user_id = ${id}`
  const isOfCompany = sql`company_id = ${companyId} AND deleted_at IS NULL${isVisible}`
  return {
    contactCount: sql<number>`(SELECT count(*) FROM contacts WHERE ${isOfCompany})`,
    openDealCount: sql<number>`(SELECT count(*) FROM deals WHERE stage NOT IN ('won', 'lost') AND ${isOfCompany})`,
  }
}
