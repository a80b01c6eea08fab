import { sql } from 'drizzle-orm'
import type { Actor } from '../../api/role.ts'
import { recordActivity } from '../activity/recordActivity.ts'
import { ApiError } from '../errors.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { Database } from '../store/schema.ts'
import type { ItemKind, StoredItem } from './itemKind.ts'
import { requireEdit } from './rights.ts'
import { type Statements, saveChange } from './saveChange.ts'

/** A deletion or its opposite. */
export interface DeletedChange<Row extends StoredItem> {
  user: Actor
  item: Row
  action: 'delete' | 'restore'
  /** Reads the item again, in the form of its response. */
  readCurrent: () => Promise<unknown>
}

/** Deletes an item so that it can be restored, or restores it. One that is so already stays as it is. @throws {ApiError} */
export async function setDeleted<Row extends StoredItem>(
  { database, now }: SessionStore,
  itemKind: ItemKind<Row>,
  { user, item, action, readCurrent }: DeletedChange<Row>,
): Promise<void> {
  requireEdit(user, item)
  if ((item.deletedAt !== null) === (action === 'delete')) return
  const statements = deletedStatements(database, itemKind, { userId: user.id, item, action, at: now() })
  await saveChange(database, { statements, readCurrent })
}

/** Builds the statements that delete or restore an item. */
export function deletedStatements<Row extends StoredItem>(
  database: Database,
  { kind, table, describe }: ItemKind<Row>,
  { userId, item, action, at }: { userId: string; item: Row; action: 'delete' | 'restore'; at: number },
): Statements {
  const deletedAt = action === 'delete' ? at : null
  return [
    database.run(
      sql`UPDATE ${table} SET deleted_at = ${deletedAt}, updated_at = ${at}, version = ${item.version + 1} WHERE id = ${item.id}`,
    ),
    recordActivity(database, {
      ...describe(item),
      userId,
      at,
      itemKind: kind,
      action: action === 'delete' ? 'deleted' : 'restored',
    }),
  ]
}

/** @throws {ApiError} `not_found` for an item that is deleted: only restoring changes it */
export function requireLive(item: { deletedAt: number | null }): void {
  if (item.deletedAt !== null)
    throw new ApiError({ code: 'not_found', message: 'This has been deleted. Restore it first.' })
}
