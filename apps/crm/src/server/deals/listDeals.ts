import { and, count, eq, isNull, notInArray, or, type SQL, type SQLWrapper, sql, sum } from 'drizzle-orm'
import {
  type BoardQuery,
  type BoardStage,
  currencies,
  type Deal,
  type DealsQuery,
  dealStages,
  type Sum,
} from '../../api/deal.ts'
import type { Page } from '../../api/page.ts'
import { type Actor, seesAll } from '../../api/role.ts'
import { inOrder } from '../lists/inOrder.ts'
import { keyset, toPage } from '../lists/keyset.ts'
import { defaultLimit } from '../lists/readQuery.ts'
import { toSearchText } from '../search/toSearchText.ts'
import { type Database, deals } from '../store/schema.ts'
import { readDeals } from './deals.ts'

/** Lists the deals that a user may see. */
export async function listDeals(
  database: Database,
  { user, query }: { user: Actor; query: DealsQuery },
): Promise<Page<Deal>> {
  const [{ total } = { total: 0 }] = await database
    .select({ total: count() })
    .from(deals)
    .where(toCondition(user, query))
  return readPage(database, { user, query, total })
}

/** Reads the board: the first deals of every stage, and what all of them add up to. */
export async function readBoard(
  database: Database,
  { user, query }: { user: Actor; query: BoardQuery },
): Promise<BoardStage[]> {
  const { stage: name, currency, amountCents } = deals
  const sums = await database
    .select({ stage: name, currency, count: count(), amountCents: sum(amountCents).mapWith(Number) })
    .from(deals)
    .where(toCondition(user, query))
    .groupBy(name, currency)
  const stages: BoardStage[] = []
  for (const stage of dealStages) {
    const own = sums.filter((row) => row.stage === stage)
    const total = own.reduce((all, row) => all + row.count, 0)
    stages.push({
      stage,
      deals: await readPage(database, { user, query: { ...query, stage }, total }),
      sums: currencies.flatMap((one) => own.filter((row) => row.currency === one).map(toSum)),
    })
  }
  return stages
}

async function readPage(
  database: Database,
  { user, query, total }: { user: Actor; query: DealsQuery; total: number },
): Promise<Page<Deal>> {
  const { limit = defaultLimit, sort = 'board', order, after, stage } = query
  const columns = sort === 'board' && stage ? columnOrder : sortColumns[sort]
  const { isAfter, orderBy, place } = keyset({ columns, order, after })
  const found = await database
    .select({ id: deals.id, place })
    .from(deals)
    .where(and(toCondition(user, query), isAfter))
    .orderBy(...orderBy)
    .limit(limit + 1)
  const { rows, next } = toPage({ rows: found, limit, total })
  const ids = rows.map(({ id }) => id)
  return { items: inOrder(await readDeals(database, ids), ids), total, next }
}

function toSum({ currency, amountCents }: Sum): Sum {
  return { currency, amountCents }
}

/** The order within one stage, which an index has. */
const columnOrder = [deals.position, deals.id]

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
