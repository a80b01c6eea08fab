import { and, count, eq, isNull, notInArray, or, type SQL, type SQLWrapper, sql, sum } from 'drizzle-orm'
import { type BoardQuery, type BoardStage, currencies, type Deal, type DealsQuery, dealStages } from '../../api/deal.ts'
import type { Page } from '../../api/page.ts'
import { type Actor, seesAll } from '../../api/role.ts'
import { keyset, toPage } from '../lists/keyset.ts'
import { defaultLimit } from '../lists/readQuery.ts'
import { toSearchText } from '../search/toSearchText.ts'
import { companies, contacts, type Database, deals } from '../store/schema.ts'
import { dealColumns, toDeals } from './deals.ts'

/** Lists the deals that a user may see. */
export async function listDeals(
  database: Database,
  { user, query }: { user: Actor; query: DealsQuery },
): Promise<Page<Deal>> {
  const { limit = defaultLimit, sort = 'board', order, after } = query
  const { isAfter, orderBy, place } = keyset({ columns: sortColumns[sort], order, after })
  const isListed = toCondition(user, query)
  const found = await database
    .select({ ...dealColumns, place })
    .from(deals)
    .leftJoin(contacts, eq(contacts.id, deals.contactId))
    .leftJoin(companies, eq(companies.id, deals.companyId))
    .where(and(isListed, isAfter))
    .orderBy(...orderBy)
    .limit(limit + 1)
  const [{ total } = { total: 0 }] = await database.select({ total: count() }).from(deals).where(isListed)
  const page = toPage({ rows: found, limit, total })
  const rows = page.rows.map(({ place: _, ...row }) => row)
  return { items: await toDeals(database, rows), total, next: page.next }
}

/** Reads the board: the first deals of every stage, and what all of them add up to. */
export async function readBoard(
  database: Database,
  { user, query }: { user: Actor; query: BoardQuery },
): Promise<BoardStage[]> {
  const sums = await database
    .select({ stage: deals.stage, currency: deals.currency, amountCents: sum(deals.amountCents).mapWith(Number) })
    .from(deals)
    .where(toCondition(user, query))
    .groupBy(deals.stage, deals.currency)
  const stages: BoardStage[] = []
  for (const stage of dealStages) {
    const own = sums.filter((row) => row.stage === stage)
    stages.push({
      stage,
      deals: await listDeals(database, { user, query: { ...query, stage } }),
      sums: currencies.flatMap((currency) => {
        const found = own.find((row) => row.currency === currency)
        return found ? [{ currency, amountCents: found.amountCents }] : []
      }),
    })
  }
  return stages
}

const stageIndex = sql`CASE ${deals.stage} ${sql.join(
  dealStages.map((stage, index) => sql`WHEN ${stage} THEN ${index}`),
  sql` `,
)} END`

const sortColumns: Record<NonNullable<DealsQuery['sort']>, SQLWrapper[]> = {
  board: [stageIndex, deals.position, deals.id],
  title: [deals.searchText, deals.id],
  amount: [deals.amountCents, deals.id],
  createdAt: [deals.createdAt, deals.id],
  updatedAt: [deals.updatedAt, deals.id],
}

function toCondition(
  { id, role }: Actor,
  { search, ownerId, stage, contactId, companyId, open }: DealsQuery,
): SQL | undefined {
  return and(
    isNull(deals.deletedAt),
    seesAll(role) ? undefined : eq(deals.responsibleUserId, id),
    search === undefined ? undefined : matchesDeal(toSearchText(search)),
    ownerId === undefined ? undefined : eq(deals.responsibleUserId, ownerId),
    stage && eq(deals.stage, stage),
    contactId === undefined ? undefined : eq(deals.contactId, contactId),
    companyId === undefined ? undefined : eq(deals.companyId, companyId),
    open ? notInArray(deals.stage, ['won', 'lost']) : undefined,
  )
}

function matchesDeal(text: string): SQL | undefined {
  return or(
    sql`instr(${deals.searchText}, ${text}) > 0`,
    sql`${deals.contactId} IN (SELECT id FROM contacts WHERE instr(sort_name, ${text}) > 0)`,
    sql`${deals.companyId} IN (SELECT id FROM companies WHERE instr(sort_name, ${text}) > 0)`,
  )
}
