import { and, count, desc, eq, sql } from 'drizzle-orm'
import type { Store } from '../../store/store.ts'
import type { Transfer } from './changes.ts'
import { whatomateTransfers } from './tables.ts'

/** A conversation that the bot has handed to a person. */
export type StoredTransfer = typeof whatomateTransfers.$inferSelect

/** Saves a transfer of a conversation. A conversation that was not handed over yet is handed over first. */
export async function saveTransfer(store: Store, { phone, change, agentId }: Transfer): Promise<void> {
  const { database, clock, ids } = store
  const now = clock.now()
  const current = await getTransfer(store, phone)
  if (change === 'created' || current?.status !== 'active')
    await database
      .insert(whatomateTransfers)
      .values({ transferId: ids.next('transfer'), phone, agentId, status: 'active', transferredAt: now })
  if (change === 'created') return
  const latest = await getTransfer(store, phone)
  const set = change === 'assigned' ? { agentId } : { status: 'resumed' as const, resumedAt: now }
  await database
    .update(whatomateTransfers)
    .set(set)
    .where(eq(whatomateTransfers.transferId, latest?.transferId ?? ''))
}

/** The latest transfer of a conversation. */
export async function getTransfer({ database }: Store, phone: string): Promise<StoredTransfer | undefined> {
  const [transfer] = await database
    .select()
    .from(whatomateTransfers)
    .where(eq(whatomateTransfers.phone, phone))
    .orderBy(sql`rowid DESC`)
    .limit(1)
  return transfer
}

/** A transfer by id. */
export async function getTransferById({ database }: Store, transferId: string): Promise<StoredTransfer | undefined> {
  const [transfer] = await database
    .select()
    .from(whatomateTransfers)
    .where(eq(whatomateTransfers.transferId, transferId))
  return transfer
}

/** Gives the oldest conversation that no agent has to an agent. @returns nothing if every one has an agent */
export async function pickTransfer({ database }: Store, agentId: string): Promise<StoredTransfer | undefined> {
  const [picked] = await database
    .update(whatomateTransfers)
    .set({ agentId })
    .where(sql`rowid = (SELECT min(rowid) FROM whatomate_transfers WHERE status = 'active' AND agent_id IS NULL)`)
    .returning()
  return picked
}

/** Transfers, the latest first. */
export async function listTransfers(
  { database }: Store,
  { limit, offset, status }: { limit: number; offset: number; status?: string | undefined },
): Promise<{ found: StoredTransfer[]; total: number }> {
  const within = and(status === undefined ? undefined : sql`${whatomateTransfers.status} = ${status}`)
  const [counted] = await database.select({ total: count() }).from(whatomateTransfers).where(within)
  const found = await database
    .select()
    .from(whatomateTransfers)
    .where(within)
    .orderBy(desc(whatomateTransfers.transferredAt), sql`rowid DESC`)
    .limit(limit)
    .offset(offset)
  return { found, total: counted?.total ?? 0 }
}
