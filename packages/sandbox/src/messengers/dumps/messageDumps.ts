import { and, asc, between, eq, inArray } from 'drizzle-orm'
import { addFile } from '../../store/entities/files.ts'
import { type Message, type MessageDump, messageDumps, messages } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { toCsv } from './toCsv.ts'

/** Time an export waits in the queue, and time it then takes. */
const dumpStepMs = 1_000

/** Parameters of {@link createDump}: a period, both ends included, and optionally a channel. */
export type NewDump = Pick<MessageDump, 'startAt' | 'endAt' | 'origin'> & { channelId?: string | undefined }

/** Queues an export. */
export async function createDump(store: Store, parameters: NewDump): Promise<MessageDump> {
  const row = {
    ...parameters,
    exportId: store.ids.next('export'),
    status: 'pending' as const,
    createdAt: store.clock.now(),
  }
  const [dump] = await store.database.insert(messageDumps).values(row).returning()
  if (!dump) throw new Error('The store returned no row for an export that it has just inserted.')
  store.changes.publish({ kind: 'dump', dump })
  return dump
}

/** An export by its id. */
export async function getDump({ database }: Store, exportId: string): Promise<MessageDump | undefined> {
  const [dump] = await database.select().from(messageDumps).where(eq(messageDumps.exportId, exportId))
  return dump
}

/**
 * Moves exports on by the clock: pending, processing, done. Exports of an earlier run continue.
 * @returns a function that stops it
 */
export async function startDumps(store: Store): Promise<() => void> {
  const stop = store.changes.subscribe((change) => {
    if (change.kind === 'dump') schedule(store, change.dump)
    if (change.kind === 'reset') void scheduleAll(store)
  })
  await scheduleAll(store)
  return stop
}

async function scheduleAll(store: Store): Promise<void> {
  const open = inArray(messageDumps.status, ['pending', 'processing'])
  for (const dump of await store.database.select().from(messageDumps).where(open)) schedule(store, dump)
}

/** Marks an export whose webhook has failed. */
export async function markWebhookFailed(store: Store, exportId: string): Promise<void> {
  await store.database
    .update(messageDumps)
    .set({ status: 'webhook_failed' })
    .where(and(eq(messageDumps.exportId, exportId), eq(messageDumps.status, 'done')))
}

function schedule(store: Store, dump: MessageDump): void {
  const { exportId, createdAt, status } = dump
  if (status === 'pending') {
    store.clock.schedule(createdAt + dumpStepMs, () => void move(store, { exportId, status: 'processing' }))
  } else if (status === 'processing') {
    store.clock.schedule(createdAt + 2 * dumpStepMs, () => void finish(store, dump))
  }
}

async function finish(store: Store, dump: MessageDump): Promise<void> {
  const data = Buffer.from(toCsv(await listDumped(store, dump))).toString('base64')
  const path = await addFile(store, { name: 'messages.csv', type: 'text/csv', data })
  await move(store, { exportId: dump.exportId, status: 'done', url: dump.origin + path })
}

function listDumped({ database }: Store, { startAt, endAt, channelId }: MessageDump): Promise<Message[]> {
  return database
    .select()
    .from(messages)
    .where(
      and(between(messages.sentAt, startAt, endAt), channelId === null ? undefined : eq(messages.channelId, channelId)),
    )
    .orderBy(asc(messages.position))
}

async function move(
  store: Store,
  { exportId, ...set }: Pick<MessageDump, 'exportId' | 'status'> & { url?: string },
): Promise<void> {
  const [dump] = await store.database
    .update(messageDumps)
    .set(set)
    .where(eq(messageDumps.exportId, exportId))
    .returning()
  if (dump) store.changes.publish({ kind: 'dump', dump })
}
