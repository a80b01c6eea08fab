import { randomUUID } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { ActivityAction, ActivityItemKind } from '../../api/activity.ts'
import { activity, type Database } from '../store/schema.ts'

/** Name of an item, and the contact, deal and company whose feeds show its changes. */
export interface ActivityLinks {
  itemId: string
  itemName: string
  contactId?: string | null | undefined
  dealId?: string | null | undefined
  /** SQL stands for a company that the same batch adds. */
  companyId?: string | SQL<string> | null | undefined
}

/** A change of an item. */
export interface RecordedChange extends ActivityLinks {
  userId: string
  at: number
  itemKind: ActivityItemKind
  action: ActivityAction
  from?: string | undefined
  to?: string | undefined
  fields?: string[] | undefined
}

/** Builds the statement that records a change, for the batch that makes it. */
export function recordActivity(database: Database, change: RecordedChange): BatchItem<'sqlite'> {
  return recordActivities(database, [change])
}

/** Builds the statement that records at least one change. */
export function recordActivities(database: Database, changes: RecordedChange[]): BatchItem<'sqlite'> {
  return database.insert(activity).values(
    changes.map(({ from = null, to = null, fields = [], ...known }) => ({
      ...known,
      id: randomUUID(),
      fromValue: from,
      toValue: to,
      fields,
    })),
  )
}
