import { OperationError, type RejectedItem } from '@crm-chat/proxy'
import { and, count, eq, inArray } from 'drizzle-orm'
import type { Logger } from 'pino'
import { type RecordKind, recordKinds } from '../../api/record.ts'
import type { VendorFeature } from '../../api/settings.ts'
import type { Sync } from '../../api/sync.ts'
import type { CrmChat } from '../chat/createCrmChat.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { syncRejections, syncs } from '../store/vendorSchema.ts'
import { pause } from '../timers.ts'
import { countOfSync, dropKinds, putAll, readOutbox, removeFromOutbox } from './outbox.ts'
import { sendRecords } from './sendRecords.ts'

/** Options of {@link createSync}. */
export interface SyncOptions {
  store: SessionStore
  /** The chat proxy of the vendor that is chosen now. */
  current: () => CrmChat
  /** Returns the address of the CRM, for links to deals. */
  getCrmUrl: () => string
  logger: Logger
  /** Delay before the `attempt`-th retry in a row, from 0. @default half a second, doubled up to a minute, with jitter */
  retryDelayMs?: (attempt: number) => number
  /** Time between two looks for changes. @default 500 */
  pollMs?: number
}

/** Keeps the vendor's users, contacts and deals as the CRM has them, in the background. */
export interface VendorSync {
  /** Begins to send. */
  run: () => void
  /** Returns the last sync of everything; null before the first one. */
  read: () => Promise<Sync | null>
  /** Starts a sync of everything, or resumes one that was stopped or has failed. */
  start: () => Promise<void>
  /** Starts one for a vendor that had none. One that was stopped stays so. */
  startOnce: () => Promise<void>
  /** Stops a sync. Changes that users make still go to the vendor. */
  stop: () => Promise<void>
  close: () => Promise<void>
}

/** Records of one call. */
const batchSize = 100

/** Failures in a row after which a sync counts as failed. It goes on as soon as the vendor can be used again. */
const patience = 5

/**
 * Sends what the outbox holds, as soon as the vendor can be reached: a CRM starts and works without the vendor. A sync of everything
 * fills the outbox, so it goes on where it was after a restart.
 */
export function createSync({
  store: { database, now },
  current,
  getCrmUrl,
  logger,
  retryDelayMs = backOff,
  pollMs = 500,
}: SyncOptions): VendorSync {
  const closing = new AbortController()
  const { signal } = closing
  let wake = new AbortController()
  let failures = 0

  const readRow = async (): Promise<typeof syncs.$inferSelect | undefined> =>
    (await database.select().from(syncs).where(eq(syncs.id, 1)))[0]

  const kindsOf = ({ missing }: CrmChat): RecordKind[] =>
    recordKinds.filter((kind) => !missing.includes(features[kind]))

  /** Sends one batch. @returns false where nothing is left to send */
  async function sendNext(): Promise<boolean> {
    const chosen = current()
    const kinds = kindsOf(chosen)
    const status = (await readRow())?.status
    const isSyncing = status === 'running' || status === 'failed'
    await dropKinds(
      database,
      recordKinds.filter((kind) => !kinds.includes(kind)),
    )
    for (const kind of kinds) {
      const entries = await readOutbox(database, { kind, isSyncing, limit: batchSize })
      if (entries.length === 0) continue
      const ids = entries.map(({ id }) => id)
      const { rejected, names } = await sendRecords({
        database,
        chat: chosen.chat,
        kind,
        ids,
        crmUrl: getCrmUrl(),
        signal,
      })
      if (chosen !== current()) return true // It went to a vendor that is not used any more.
      await noteRejections({ kind, ids, rejected, names })
      await removeFromOutbox(database, { kind, entries })
      if (rejected.length > 0)
        logger.error({ kind, count: rejected.length }, 'the vendor rejected records; skipping them')
      logger.info({ kind, count: ids.length - rejected.length }, `${kind} saved at the vendor`)
      return true
    }
    if (isSyncing) await update({ status: 'done', endedAt: now(), problem: null })
    return false
  }

  async function noteRejections({
    kind,
    ids,
    rejected,
    names,
  }: {
    kind: RecordKind
    ids: string[]
    rejected: RejectedItem[]
    names: Map<string, string>
  }): Promise<void> {
    const rows = rejected.map(({ id = '', reason }) => ({ kind, id, name: names.get(id) ?? '', reason }))
    await database.batch([
      database.delete(syncRejections).where(and(eq(syncRejections.kind, kind), inArray(syncRejections.id, ids))),
      ...(rows.length > 0 ? [database.insert(syncRejections).values(rows)] : []),
    ])
  }

  async function update(change: Partial<typeof syncs.$inferInsert>): Promise<void> {
    await database.update(syncs).set(change).where(eq(syncs.id, 1))
  }

  async function noteFailure(error: unknown): Promise<void> {
    failures += 1
    const code = error instanceof OperationError ? error.code : 'unknown'
    logger.warn({ code }, 'saving records at the vendor failed; retrying')
    const isOver = code === 'upstream_auth' || code === 'not_supported' || failures >= patience
    if (!isOver || (await readRow())?.status !== 'running') return
    const problem = error instanceof OperationError ? error.message : 'The records could not be sent.'
    await update({ status: 'failed', endedAt: now(), problem })
  }

  async function noteSuccess(): Promise<void> {
    if (failures > 0 && (await readRow())?.status === 'failed')
      await update({ status: 'running', endedAt: null, problem: null })
    failures = 0
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const hasMore = await sendNext()
        await noteSuccess()
        if (!hasMore) await pause({ ms: pollMs, signal: AbortSignal.any([signal, wake.signal]) })
      } catch (error) {
        if (signal.aborted) return
        await noteFailure(error).catch(() => {}) // The database may be in use: the next round notes it.
        await pause({ ms: retryDelayMs(failures - 1), signal: AbortSignal.any([signal, wake.signal]) })
      }
    }
  }

  async function begin(): Promise<void> {
    const chosen = current()
    await database.delete(syncRejections)
    const totals: Partial<Record<RecordKind, number>> = {}
    for (const kind of kindsOf(chosen)) totals[kind] = await putAll(database, kind)
    const row = {
      vendor: chosen.vendor,
      status: 'running' as const,
      startedAt: now(),
      endedAt: null,
      problem: null,
      totals,
    }
    await database
      .insert(syncs)
      .values({ id: 1, ...row })
      .onConflictDoUpdate({ target: syncs.id, set: row })
    wakeUp()
  }

  function wakeUp(): void {
    wake.abort()
    wake = new AbortController()
  }

  async function readProgress(totals: Partial<Record<RecordKind, number>>): Promise<Sync['progress']> {
    const rejections = await database
      .select({ kind: syncRejections.kind, count: count() })
      .from(syncRejections)
      .groupBy(syncRejections.kind)
    const kinds = recordKinds.filter((kind) => totals[kind] !== undefined)
    return Promise.all(
      kinds.map(async (kind) => {
        const left = await countOfSync(database, kind)
        const total = Math.max(totals[kind] ?? 0, left)
        return { kind, total, done: total - left, rejected: rejections.find((row) => row.kind === kind)?.count ?? 0 }
      }),
    )
  }

  let running: Promise<void> | undefined
  return {
    run: () => {
      running ??= run()
    },
    read: async () => {
      const row = await readRow()
      if (!row) return null
      const { status, startedAt, endedAt, problem, totals } = row
      const rejected = await database.select().from(syncRejections).limit(100)
      return { status, startedAt, endedAt, progress: await readProgress(totals), rejected, problem }
    },
    start: async () => {
      const row = await readRow()
      if (row?.status === 'running') return
      failures = 0
      if (row === undefined || row.status === 'done' || row.vendor !== current().vendor) return begin()
      await update({ status: 'running', endedAt: null, problem: null })
      wakeUp()
    },
    startOnce: async () => {
      if ((await readRow())?.vendor !== current().vendor) await begin()
    },
    stop: async () => {
      const status = (await readRow())?.status
      if (status === 'running' || status === 'failed') await update({ status: 'stopped', endedAt: now() })
    },
    close: async () => {
      closing.abort()
      await running
    },
  }
}

const features: Record<RecordKind, VendorFeature> = {
  users: 'saveUsers',
  contacts: 'saveContacts',
  deals: 'saveDeals',
}

function backOff(attempt: number): number {
  return Math.min(60_000, 500 * 2 ** Math.max(0, attempt)) * (0.5 + Math.random() / 2)
}
