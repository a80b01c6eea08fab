import { type RecordedChange, recordActivity } from '../activity/recordActivity.ts'
import type { Database } from '../store/schema.ts'
import { changedFields } from './changedFields.ts'
import type { Statements } from './saveChange.ts'

/**
 * Builds the statements that record an edit: one for the changed fields, and one for another owner.
 * @param options.values fields whose names are recorded when they have changed
 */
export function recordEdit<Fields extends { responsibleUserId: string }>(
  database: Database,
  {
    before,
    next,
    values,
    ...change
  }: Omit<RecordedChange, 'action'> & { before: Fields; next: Fields; values: Partial<Fields> },
): Statements {
  const fields = changedFields(before, values)
  const [from, to] = [before.responsibleUserId, next.responsibleUserId]
  return [
    ...(fields.length > 0 ? [recordActivity(database, { ...change, action: 'changed', fields })] : []),
    ...(from === to ? [] : [recordActivity(database, { ...change, action: 'ownerChanged', from, to })]),
  ]
}
