import type { RejectedRecord, VendorDataPage, VendorRecord } from '@crm-chat/protocol'
import { parseVendorDataPage, parseVendorDataResult } from '@crm-chat/protocol/wire/parseVendorData'
import { maxRecords, type RecordKind } from '@crm-chat/protocol/wire/recordKinds'
import type { ChatError } from '../../ChatError.ts'
import type { ChatClient } from '../../createChat.ts'
import { createStore, type Store } from '../../createStore.ts'
import { type Comparison, type ComparisonCounts, compareRecords } from './compareRecords.ts'
import type { ReadRecords, RecordPage } from './recordSource.ts'
import { type BatchReport, sendBatches } from './sendBatches.ts'

/** Comparison of the CRM's records with the vendor's. */
export type ComparisonState =
  | { status: 'none' }
  | { status: 'running'; counts: ComparisonCounts }
  | { status: 'done'; result: Comparison }
  | { status: 'failed'; error: Error | ChatError }

/** Records that are saved or deleted at the vendor. */
export interface VendorTask {
  action: 'upload' | 'delete'
  /** `waiting`: the vendor asked to slow down, or cannot be reached; it goes on by itself. */
  status: 'running' | 'waiting' | 'paused' | 'failed' | 'done'
  total: number
  /** Records that are finished, the rejected ones included. */
  done: number
  /** The first ones. */
  rejected: (Omit<RejectedRecord, 'index' | 'id'> & { id: string })[]
  rejectedCount: number
  /** Reason of its failure. */
  error?: Error | ChatError | undefined
}

/** State of {@link VendorData}. */
export interface VendorDataState {
  comparison: ComparisonState
  task: VendorTask | null
}

/** Records of one kind at the vendor: comparing, saving and deleting them. Its methods never reject: a failure is in the state. */
export interface VendorData extends Store<VendorDataState> {
  /** Compares all records with the CRM's. */
  compare: () => Promise<void>
  /** Saves these records of the CRM at the vendor. */
  upload: (ids: readonly string[]) => Promise<void>
  /** Deletes these records at the vendor. */
  remove: (ids: readonly string[]) => Promise<void>
  /** Stops what is under way after the current request; `resume` goes on from there. */
  pause: () => void
  resume: () => Promise<void>
  /** Forgets a task that has ended. */
  dismiss: () => void
  /** Stops everything. */
  close: () => void
}

/** Parameters of {@link createVendorData}. */
export interface VendorDataParameters {
  chat: Pick<ChatClient, 'request' | 'clock'>
  kind: RecordKind
  /** Reads the CRM's own records. Without it there is nothing to compare or to upload. */
  read: ReadRecords | undefined
}

/** A record of a task, and the page of the CRM's records that it came with. */
interface TaskItem {
  record: Pick<VendorRecord, 'id'>
  cursor: string | undefined
}

/** Rejected records that a task keeps. */
const maxRejected = 500

/** Makes the {@link VendorData} of one kind. */
export function createVendorData({ chat, kind, read }: VendorDataParameters): VendorData {
  const store = createStore<VendorDataState>({ comparison: { status: 'none' }, task: null })
  let running = new AbortController()
  let comparing = new AbortController()
  /** Ids of the task that are not finished, and the place in the CRM's records where it goes on. */
  let remaining = new Set<string>()
  let cursor: string | undefined

  const update = (part: Partial<VendorDataState>): void => store.setState({ ...store.getState(), ...part })
  const updateTask = (part: Partial<VendorTask>): void => {
    const { task } = store.getState()
    if (task) update({ task: { ...task, ...part } })
  }
  const path = `vendor-data/${kind}`

  async function compare(): Promise<void> {
    if (!read) return
    comparing.abort()
    comparing = new AbortController()
    const { signal } = comparing
    update({ comparison: { status: 'running', counts: { there: 0, here: 0 } } })
    try {
      const result = await compareRecords({
        readVendor: (offset) => readVendorPage({ chat, kind, offset, signal }),
        readOwn: read,
        signal,
        onProgress: (counts) => update({ comparison: { status: 'running', counts } }),
      })
      update({ comparison: { status: 'done', result } })
    } catch (error) {
      if (!signal.aborted) update({ comparison: { status: 'failed', error: toError(error) } })
    }
  }

  async function* readRemaining(): AsyncGenerator<TaskItem> {
    const { signal } = running
    for (let place: string | null | undefined = cursor; read && place !== null && remaining.size > 0; ) {
      const page: RecordPage = await read({ cursor: place, signal })
      for (const record of page.records) if (remaining.has(record.id)) yield { record, cursor: place }
      place = page.next
    }
  }

  async function* listRemaining(): AsyncGenerator<TaskItem> {
    for (const id of [...remaining]) yield { record: { id }, cursor: undefined }
  }

  function finish({ items: sent, result }: BatchReport<TaskItem>): void {
    const { task, comparison } = store.getState()
    if (!task) return
    const items = sent.map(({ record }) => record)
    cursor = sent.at(-1)?.cursor
    const rejected = result.rejected.map(({ index, id = items[index]?.id ?? '', code, reason }) => ({
      id,
      code,
      reason,
    }))
    const refused = new Set(rejected.map(({ id }) => id))
    const ended = new Set(items.flatMap(({ id }) => (refused.has(id) ? [] : [id])))
    for (const { id } of items) remaining.delete(id)
    update({
      task: {
        ...task,
        done: task.done + items.length,
        rejected: [...task.rejected, ...rejected].slice(0, maxRejected),
        rejectedCount: task.rejectedCount + rejected.length,
      },
      comparison:
        comparison.status === 'done'
          ? { status: 'done', result: without(comparison.result, { ended, task }) }
          : comparison,
    })
  }

  async function run(): Promise<void> {
    const { task } = store.getState()
    if (!task || task.status === 'running' || task.status === 'waiting') return
    running = new AbortController()
    const { signal } = running
    const isUpload = task.action === 'upload'
    updateTask({ status: 'running', error: undefined })
    try {
      await sendBatches<TaskItem>({
        items: isUpload ? readRemaining() : listRemaining(),
        batchSize: maxRecords,
        send: (batch) =>
          chat.request({
            operation: isUpload ? 'saveVendorData' : 'deleteVendorData',
            path: isUpload ? path : `${path}/delete`,
            body: isUpload
              ? { records: batch.map(({ record }) => record) }
              : { ids: batch.map(({ record }) => record.id) },
            parse: parseVendorDataResult,
            signal,
          }),
        onBatch: finish,
        onWait: (isWaiting) => updateTask({ status: isWaiting ? 'waiting' : 'running' }),
        clock: chat.clock,
        signal,
      })
      updateTask({ status: 'done', done: task.total })
    } catch (error) {
      if (!signal.aborted) updateTask({ status: 'failed', error: toError(error) })
    }
  }

  function start(action: VendorTask['action'], ids: readonly string[]): Promise<void> {
    const { task } = store.getState()
    if (ids.length === 0 || task?.status === 'running' || task?.status === 'waiting') return Promise.resolve()
    remaining = new Set(ids)
    cursor = undefined
    update({
      task: { action, status: 'paused', total: remaining.size, done: 0, rejected: [], rejectedCount: 0 },
    })
    return run()
  }

  function pause(): void {
    const { task } = store.getState()
    if (task?.status !== 'running' && task?.status !== 'waiting') return
    running.abort()
    updateTask({ status: 'paused' })
  }

  return {
    ...store,
    compare,
    upload: (ids) => start('upload', ids),
    remove: (ids) => start('delete', ids),
    pause,
    resume: run,
    dismiss: () => update({ task: null }),
    close: () => {
      pause()
      comparing.abort()
    },
  }
}

/** Parameters of {@link readVendorPage}. */
export interface VendorPageParameters {
  chat: Pick<ChatClient, 'request'>
  kind: RecordKind
  offset: number
  /** Field of `orders`, and whether the largest comes first. */
  order?: { by: string; descending: boolean } | undefined
  signal?: AbortSignal | undefined
}

/** Reads a page of what the vendor has. @throws {ChatError} */
export function readVendorPage({ chat, kind, offset, order, signal }: VendorPageParameters): Promise<VendorDataPage> {
  return chat.request({
    operation: 'vendorData',
    path: toVendorPath({ kind, offset, order }),
    parse: parseVendorDataPage,
    signal,
  })
}

/** Path of a page below the endpoint. */
export function toVendorPath({ kind, offset, order }: Pick<VendorPageParameters, 'kind' | 'offset' | 'order'>): string {
  const query = new URLSearchParams({ offset: String(offset) })
  if (order) query.set('orderBy', order.by)
  if (order?.descending) query.set('descending', '1')
  return `vendor-data/${kind}?${query}`
}

/** Takes what has been saved or deleted out of the differences. */
function without(result: Comparison, { ended, task }: { ended: ReadonlySet<string>; task: VendorTask }): Comparison {
  if (ended.size === 0) return result
  const keep = (list: Comparison['different']): Comparison['different'] => list.filter(({ id }) => !ended.has(id))
  if (task.action === 'upload')
    return {
      ...result,
      missingThere: keep(result.missingThere),
      different: keep(result.different),
      same: result.same + ended.size,
    }
  return { ...result, missingHere: keep(result.missingHere) }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
