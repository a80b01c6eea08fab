import { sql } from 'drizzle-orm'
import type { BulkRequest, BulkResponse } from '../../api/bulk.ts'
import { mayEdit } from '../../api/role.ts'
import type { User } from '../../api/user.ts'
import { recordActivity } from '../activity/recordActivity.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { Database } from '../store/schema.ts'
import type { ItemKind, StoredItem } from './itemKind.ts'
import { readOwner } from './rights.ts'
import { type Statements, saveChange } from './saveChange.ts'
import { deletedStatements } from './setDeleted.ts'

/** Changes many items as one: all of those that the user may change, or, if one of them is changed meanwhile, none. @throws {ApiError} */
export async function changeMany<Row extends StoredItem>(
  { database, now }: SessionStore,
  itemKind: ItemKind<Row>,
  { user, request, rows }: { user: User; request: BulkRequest; rows: Row[] },
): Promise<BulkResponse> {
  const changing = rows.filter((row) => mayEdit(user, row) && isToChange(row, request))
  if (request.action === 'changeOwner') {
    await readOwner(database, { user, wanted: request.responsibleUserId, present: '' })
  }
  const at = now()
  const statements = changing.flatMap((item) =>
    request.action === 'changeOwner'
      ? ownerStatements(database, itemKind, { userId: user.id, item, owner: request.responsibleUserId, at })
      : deletedStatements(database, itemKind, { userId: user.id, item, action: request.action, at }),
  )
  await saveChange(database, { statements })
  const changed = changing.map(({ id }) => id)
  return { changed, skipped: request.ids.filter((id) => !changed.includes(id)) }
}

function isToChange(item: StoredItem, request: BulkRequest): boolean {
  if (request.action === 'changeOwner') {
    return item.deletedAt === null && item.responsibleUserId !== request.responsibleUserId
  }
  return (item.deletedAt === null) === (request.action === 'delete')
}

function ownerStatements<Row extends StoredItem>(
  database: Database,
  { kind, table, describe }: ItemKind<Row>,
  { userId, item, owner, at }: { userId: string; item: Row; owner: string; at: number },
): Statements {
  return [
    database.run(
      sql`UPDATE ${table} SET responsible_user_id = ${owner}, updated_at = ${at}, version = ${item.version + 1} WHERE id = ${item.id}`,
    ),
    recordActivity(database, {
      ...describe(item),
      userId,
      at,
      itemKind: kind,
      action: 'ownerChanged',
      from: item.responsibleUserId,
      to: owner,
    }),
  ]
}
