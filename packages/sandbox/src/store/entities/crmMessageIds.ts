import { lte } from 'drizzle-orm'
import { crmMessageIds } from '../schema.ts'
import type { Store } from '../store.ts'

/** Period in which the vendor accepts an id of a CRM's message only once. */
const idempotencyWindowMs = 60_000

/** Claims an id for a message. @returns false if another message claimed it within the last minute */
export async function claimCrmMessageId({ database, clock }: Store, crmMessageId: string): Promise<boolean> {
  const usedAt = clock.now()
  const claimed = await database
    .insert(crmMessageIds)
    .values({ crmMessageId, usedAt })
    .onConflictDoUpdate({
      target: crmMessageIds.crmMessageId,
      set: { usedAt },
      setWhere: lte(crmMessageIds.usedAt, usedAt - idempotencyWindowMs),
    })
    .returning()
  return claimed.length > 0
}
