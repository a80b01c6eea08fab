import type { ErrorCode } from '@crm-chat/protocol'
import type * as z from 'zod'
import type { Clock } from '../clock.ts'
import { describeIssues } from '../describeIssues.ts'
import { OperationError } from '../errors.ts'
import { callPatiently, pause } from './callPatiently.ts'
import { createRejections } from './createRejections.ts'
import type { EntityOptions, EntityProgress, Items, RejectedItem } from './entityOptions.ts'
import { readItems } from './readItems.ts'

/** Codes of a call whose items are at fault. With any other one the rest of the list would fail too. */
const itemCodes: readonly ErrorCode[] = ['invalid_request', 'upstream_refused', 'not_found', 'too_large']

const defaultRetryForMs = 600_000

/** Parameters of {@link sendItems}. */
export interface SendItemsParameters<Item> {
  items: Items<Item>
  schema: z.ZodType<Item>
  idOf: (item: unknown) => string | undefined
  /** Most items of one call. */
  batchSize: number
  send: (items: Item[], call: { signal: AbortSignal }) => Promise<void>
  options: EntityOptions
  clock: Clock
}

/** Outcome of {@link sendItems}. */
export interface SentItems {
  sent: number
  done: number
  rejected: RejectedItem[]
  rejectedCount: number
}

interface Entry<Item> {
  index: number
  id: string | undefined
  item: Item
}

/**
 * Sends a list in batches, one after the other; no more of it than one batch is in memory. A batch that is refused is halved
 * until only the items at fault are left, so that none fails for its neighbour.
 * @throws {OperationError} for a vendor that cannot be used, and whatever the list and the hooks of the options throw
 */
export async function sendItems<Item>({
  items,
  schema,
  idOf,
  batchSize,
  send,
  options,
  clock,
}: SendItemsParameters<Item>): Promise<SentItems> {
  const { signal, onProgress, pauseMs = 0, retryForMs = defaultRetryForMs } = options
  const total = options.total ?? (Array.isArray(items) ? items.length : undefined)
  const isBefore = createStart(options.startAfter)
  const rejections = createRejections(options)
  const callSignal = signal ?? new AbortController().signal
  let batch: Entry<Item>[] = []
  let refused: RejectedItem[] = []
  let sent = 0
  let calls = 0
  let done = 0
  let lastId: string | undefined

  async function settle(entries: Entry<Item>[]): Promise<void> {
    if (entries.length === 0) return
    try {
      if (calls > 0 && pauseMs > 0) await pause({ clock, ms: pauseMs, signal })
      calls += 1
      const run = (): Promise<void> =>
        send(
          entries.map(({ item }) => item),
          { signal: callSignal },
        )
      await callPatiently({ run, clock, signal, retryForMs })
      sent += entries.length
    } catch (error) {
      signal?.throwIfAborted()
      if (!(error instanceof OperationError && itemCodes.includes(error.code))) throw error
      await handleRefusal({ entries, error })
    }
  }

  async function handleRefusal({ entries, error }: { entries: Entry<Item>[]; error: OperationError }): Promise<void> {
    const [entry] = entries
    if (entry && entries.length === 1) {
      refused.push({ index: entry.index, id: entry.id, code: error.code, reason: error.message })
      return
    }
    const middle = Math.ceil(entries.length / 2)
    await settle(entries.slice(0, middle))
    await settle(entries.slice(middle))
  }

  async function flush(doneNow: number): Promise<void> {
    if (doneNow === done) return
    const current = batch
    batch = []
    await settle(current)
    const toReport = refused
    refused = []
    await rejections.report(toReport)
    done = doneNow
    await onProgress?.(toProgress({ done, rejected: rejections.count(), total, lastId }))
  }

  let index = -1
  for await (const item of readItems<unknown>({ items, signal })) {
    index += 1
    const id = idOf(item)
    if (isBefore({ index, id })) {
      done = index + 1
      continue
    }
    lastId = id
    const result = schema.safeParse(item)
    if (result.success) batch.push({ index, id, item: result.data })
    else refused.push({ index, id, code: 'invalid_request', reason: `${describeIssues(result.error.issues)}.` })
    if (index + 1 - done >= batchSize) await flush(index + 1)
  }
  await flush(index + 1)
  checkStart({ startAfter: options.startAfter, isFound: !isBefore({ index: index + 1, id: undefined }) })
  return { sent, done, rejected: rejections.kept, rejectedCount: rejections.count() }
}

/** Makes a function that tells which items come before the one to start with. */
function createStart(startAfter: number | string = 0): (place: { index: number; id: string | undefined }) => boolean {
  if (typeof startAfter === 'number') {
    if (Number.isSafeInteger(startAfter) && startAfter >= 0) return ({ index }) => index < startAfter
    throw new OperationError({ code: 'invalid_request', message: 'startAfter must be a number of items, or an id.' })
  }
  let isFound = false
  return ({ id }) => {
    if (isFound) return false
    isFound = id === startAfter
    return true
  }
}

function checkStart({ startAfter, isFound }: { startAfter: number | string | undefined; isFound: boolean }): void {
  if (typeof startAfter !== 'string' || isFound) return
  throw new OperationError({ code: 'invalid_request', message: 'startAfter names an id that the items do not have.' })
}

function toProgress({
  total,
  lastId,
  ...progress
}: {
  done: number
  rejected: number
  total: number | undefined
  lastId: string | undefined
}): EntityProgress {
  return { ...progress, ...(total !== undefined && { total }), ...(lastId !== undefined && { lastId }) }
}
