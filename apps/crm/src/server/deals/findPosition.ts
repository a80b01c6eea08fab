import { and, asc, eq, gt, isNull, min, ne, type SQL, sql } from 'drizzle-orm'
import type { DealStage } from '../../api/deal.ts'
import { ApiError } from '../errors.ts'
import type { Statements } from '../items/saveChange.ts'
import { type Database, deals } from '../store/schema.ts'

/** Distance between two deals that were put there one after another: 16 cards fit between them by halving it. */
export const positionGap = 65_536

/** A free place in a column, and the statements that make room for it, if it has to be made. */
export interface FreePosition {
  position: number
  statements: Statements
}

/** Finds the place at the top of a stage's column, or directly below another deal. @throws {ApiError} if that is not there */
export async function findPosition(
  database: Database,
  { stage, dealId, afterId }: { stage: DealStage; dealId: string; afterId: string | null },
): Promise<FreePosition> {
  const isInColumn = and(eq(deals.stage, stage), isNull(deals.deletedAt), ne(deals.id, dealId))
  if (afterId === null) {
    const [top] = await database
      .select({ position: min(deals.position) })
      .from(deals)
      .where(isInColumn)
    return { position: (top?.position ?? positionGap) - positionGap, statements: [] }
  }
  const [above] = await database
    .select({ position: deals.position })
    .from(deals)
    .where(and(isInColumn, eq(deals.id, afterId)))
  if (!above) throw new ApiError({ code: 'conflict', message: 'Somebody else has moved the deal above this place.' })
  const [below] = await database
    .select({ position: deals.position })
    .from(deals)
    .where(and(isInColumn, gt(deals.position, above.position)))
    .orderBy(asc(deals.position))
    .limit(1)
  const end = below?.position ?? above.position + 2 * positionGap
  if (end - above.position > 1) return { position: Math.floor((above.position + end) / 2), statements: [] }
  return { position: above.position + positionGap, statements: [pushDown(database, { isInColumn, from: end })] }
}

/** Moves the rest of a column away. Positions are no part of a deal's version: whoever edits a deal does not see them. */
function pushDown(
  database: Database,
  { isInColumn, from }: { isInColumn: SQL | undefined; from: number },
): Statements[number] {
  return database
    .update(deals)
    .set({ position: sql`${deals.position} + ${2 * positionGap}` })
    .where(and(isInColumn, sql`${deals.position} >= ${from}`))
}
