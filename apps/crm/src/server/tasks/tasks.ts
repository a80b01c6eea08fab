import {
  and,
  count,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  lt,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import type { Page } from '../../api/page.ts'
import { type Actor, seesAll } from '../../api/role.ts'
import type { Task, TasksQuery } from '../../api/task.ts'
import type { ItemKind } from '../items/itemKind.ts'
import { keyset, toPage } from '../lists/keyset.ts'
import { defaultLimit } from '../lists/readQuery.ts'
import { toSearchText } from '../search/toSearchText.ts'
import { contacts, type Database, deals, tasks } from '../store/schema.ts'

const { searchText: _, ...columns } = getTableColumns(tasks)

const taskColumns = {
  ...columns,
  contact: sql<string>`coalesce(${contacts.name}, '')`,
  deal: sql<string>`coalesce(${deals.title}, '')`,
}

/** Tasks as items. */
export const taskKind: ItemKind<Task> = {
  kind: 'task',
  table: tasks,
  describe: ({ id, title, contactId, dealId }) => ({ itemId: id, itemName: title, contactId, dealId }),
}

/** Lists the tasks that a user may see. */
export async function listTasks(
  database: Database,
  { user, query }: { user: Actor; query: TasksQuery },
): Promise<Page<Task>> {
  const { limit = defaultLimit, sort = 'dueAt', order, after } = query
  const { isAfter, orderBy, place } = keyset({ columns: sortColumns[sort], order, after })
  const isListed = toCondition(user, query)
  const found = await database
    .select({ ...taskColumns, place })
    .from(tasks)
    .leftJoin(contacts, eq(contacts.id, tasks.contactId))
    .leftJoin(deals, eq(deals.id, tasks.dealId))
    .where(and(isListed, isAfter))
    .orderBy(...orderBy)
    .limit(limit + 1)
  const [{ total } = { total: 0 }] = await database.select({ total: count() }).from(tasks).where(isListed)
  const { rows, next } = toPage({ rows: found, limit, total })
  return { items: rows.map(({ place: _, ...task }) => task), total, next }
}

/** Reads tasks of all users by their ids, deleted ones too. */
export function readTasks(database: Database, ids: string[]): Promise<Task[]> {
  return database
    .select(taskColumns)
    .from(tasks)
    .leftJoin(contacts, eq(contacts.id, tasks.contactId))
    .leftJoin(deals, eq(deals.id, tasks.dealId))
    .where(inArray(tasks.id, ids))
}

/** Tasks without a time come last. */
const endOfTime = 9_007_199_254_740_991

const sortColumns: Record<NonNullable<TasksQuery['sort']>, SQLWrapper[]> = {
  dueAt: [sql`coalesce(${tasks.dueAt}, ${sql.raw(String(endOfTime))})`, tasks.id],
  title: [tasks.searchText, tasks.id],
  createdAt: [tasks.createdAt, tasks.id],
  doneAt: [sql`coalesce(${tasks.doneAt}, ${sql.raw(String(endOfTime))})`, tasks.id],
}

/** A task goes with its deal, or, without one, with its contact, and returns with it. */
const isOfLive = sql`CASE
  WHEN ${tasks.dealId} IS NOT NULL THEN NOT EXISTS (
    SELECT 1 FROM deals AS own WHERE own.id = ${tasks.dealId} AND own.deleted_at IS NOT NULL
  )
  ELSE NOT EXISTS (
    SELECT 1 FROM contacts AS own WHERE own.id = ${tasks.contactId} AND own.deleted_at IS NOT NULL
  )
END`

function toCondition(
  { id, role }: Actor,
  { search, ownerId, status, dueBefore, contactId, dealId }: TasksQuery,
): SQL | undefined {
  return and(
    isNull(tasks.deletedAt),
    isOfLive,
    seesAll(role) ? undefined : eq(tasks.responsibleUserId, id),
    search === undefined ? undefined : sql`instr(${tasks.searchText}, ${toSearchText(search)}) > 0`,
    ownerId === undefined ? undefined : eq(tasks.responsibleUserId, ownerId),
    status && (status === 'open' ? isNull(tasks.doneAt) : isNotNull(tasks.doneAt)),
    dueBefore === undefined ? undefined : lt(tasks.dueAt, dueBefore),
    contactId === undefined ? undefined : eq(tasks.contactId, contactId),
    dealId === undefined ? undefined : eq(tasks.dealId, dealId),
  )
}
