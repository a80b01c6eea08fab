import { eq } from 'drizzle-orm'
import { type Deal, isClosed } from '../../api/deal.ts'
import { recordActivity } from '../activity/recordActivity.ts'
import { recordEdit } from '../items/recordEdit.ts'
import type { Statements } from '../items/saveChange.ts'
import { toSearchText } from '../search/toSearchText.ts'
import { type Database, deals } from '../store/schema.ts'
import { dealKind } from './deals.ts'

/** A deal before and after a change. */
export interface DealStep {
  userId: string
  at: number
  deal: Deal
  next: Deal
  /** Another place in the column. @default the present one */
  position?: number | undefined
}

/** Builds the statements that change a deal and record it. */
export function changeStatements(database: Database, step: DealStep): Statements {
  const { userId, at, deal, next, position } = step
  const { title, contactId, companyId, stage, amountCents, currency, responsibleUserId } = next
  const values = { title, contactId, companyId, amountCents, currency }
  const closedAt = isClosed(stage) ? (deal.stage === stage ? deal.closedAt : at) : null
  return [
    database
      .update(deals)
      .set({
        ...values,
        responsibleUserId,
        ...(position !== undefined && { position }),
        stage,
        closedAt,
        searchText: toSearchText(title),
        updatedAt: at,
        version: deal.version + 1,
      })
      .where(eq(deals.id, deal.id)),
    ...recordMove(database, step),
    ...recordEdit(database, {
      ...dealKind.describe(next),
      userId,
      at,
      itemKind: 'deal',
      before: deal,
      next,
      values,
    }),
  ]
}

function recordMove(database: Database, { userId, at, deal, next }: DealStep): Statements {
  if (deal.stage === next.stage) return []
  const move = { action: 'moved', from: deal.stage, to: next.stage } as const
  return [recordActivity(database, { ...dealKind.describe(next), userId, at, itemKind: 'deal', ...move })]
}
