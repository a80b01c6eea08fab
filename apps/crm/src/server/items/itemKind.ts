import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ActivityItemKind } from '../../api/activity.ts'
import type { Item } from '../../api/item.ts'
import type { ActivityLinks } from '../activity/recordActivity.ts'

/** The part of an item that deleting, restoring and giving it away need. */
export interface StoredItem extends Item {
  /** User who may edit it, beside managers and administrators. */
  responsibleUserId: string
}

/** One kind of items, for what is the same for all of them. */
export interface ItemKind<Row extends StoredItem> {
  kind: ActivityItemKind
  table: SQLiteTable & { id: SQLiteColumn }
  /** Name and neighbours of an item, for its activity. */
  describe: (row: Row) => ActivityLinks
}
