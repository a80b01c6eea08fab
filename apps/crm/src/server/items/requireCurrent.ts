import type { Actor } from '../../api/role.ts'
import type { StoredItem } from './itemKind.ts'
import { requireEdit } from './rights.ts'
import { staleError } from './saveChange.ts'
import { requireLive } from './setDeleted.ts'

/** @throws {ApiError} unless the user may edit the item, and has seen its present version */
export async function requireCurrent({
  user,
  item,
  version,
  readCurrent,
}: {
  user: Actor
  item: Pick<StoredItem, 'responsibleUserId' | 'version' | 'deletedAt'>
  version: number
  /** Reads the item, in the form of its response. */
  readCurrent: () => Promise<unknown>
}): Promise<void> {
  requireEdit(user, item)
  if (item.version !== version) throw staleError(await readCurrent())
  requireLive(item)
}
