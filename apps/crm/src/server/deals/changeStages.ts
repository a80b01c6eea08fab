import type { BulkResponse } from '../../api/bulk.ts'
import type { DealStage } from '../../api/deal.ts'
import { type Actor, mayEdit } from '../../api/role.ts'
import { saveChange } from '../items/saveChange.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { changeStatements } from './changeStatements.ts'
import { readDeals } from './deals.ts'
import { findPosition, positionGap } from './findPosition.ts'

/** Moves many deals to the top of a stage's column, in the order of their ids: all that the user may move, or none. @throws {ApiError} */
export async function changeStages(
  { database, now }: SessionStore,
  { user, ids, stage }: { user: Actor; ids: string[]; stage: DealStage },
): Promise<BulkResponse> {
  const found = new Map((await readDeals(database, ids)).map((deal) => [deal.id, deal]))
  const moving = [...new Set(ids)].flatMap((id) => {
    const deal = found.get(id)
    return deal && mayEdit(user, deal) && deal.deletedAt === null && deal.stage !== stage ? [deal] : []
  })
  const top = await findPosition(database, { stage, dealId: '', afterId: null })
  const at = now()
  const statements = moving.flatMap((deal, index) => {
    const position = top.position - (moving.length - 1 - index) * positionGap
    return changeStatements(database, { userId: user.id, at, deal, next: { ...deal, stage }, position })
  })
  await saveChange(database, { statements })
  const changed = moving.map(({ id }) => id)
  return { changed, skipped: ids.filter((id) => !changed.includes(id)) }
}
