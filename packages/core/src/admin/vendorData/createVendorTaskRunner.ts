import type { VendorRecord } from '@crm-chat/protocol'
import { parseVendorDataResult } from '@crm-chat/protocol/wire/parseVendorData'
import { maxRecords, type RecordKind } from '@crm-chat/protocol/wire/recordKinds'
import type { ChatClient } from '../../createChat.ts'
import type { OwnStore } from '../../createStore.ts'
import type { Comparison } from './compareRecords.ts'
import type { ReadRecords, RecordPage } from './recordSource.ts'
import { type BatchReport, sendBatches } from './sendBatches.ts'
import { toError } from './toError.ts'
import type { VendorDataState, VendorTask } from './vendorDataState.ts'

/** Saves or deletes records at the vendor, one task at a time. */
export interface VendorTaskRunner {
  start: (action: VendorTask['action'], ids: readonly string[]) => Promise<void>
  /** Stops after the current request; `resume` goes on from there. */
  pause: () => void
  resume: () => Promise<void>
}

/** Parameters of {@link createVendorTaskRunner}. */
export interface VendorTaskParameters {
  store: OwnStore<VendorDataState>
  chat: Pick<ChatClient, 'request' | 'clock'>
  kind: RecordKind
  read: ReadRecords | undefined
}

/** A record of a task, and the page of the CRM's records that it came with. */
interface TaskItem {
  record: Pick<VendorRecord, 'id'>
  cursor: string | undefined
}

/** Rejected records that a task keeps. */
const maxRejected = 500

/** Makes a {@link VendorTaskRunner}. What it finishes leaves the differences that the state has. */
export function createVendorTaskRunner({ store, chat, kind, read }: VendorTaskParameters): VendorTaskRunner {
  let running = new AbortController()
  /** Ids of the task that are not finished, and the place in the CRM's records where it goes on. */
  let remaining = new Set<string>()
  let cursor: string | undefined

  const update = (part: Partial<VendorDataState>): void => store.setState({ ...store.getState(), ...part })
  const updateTask = (part: Partial<VendorTask>): void => {
    const { task } = store.getState()
    if (task) update({ task: { ...task, ...part } })
  }
  const path = `vendor-data/${kind}`

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

  return { start, pause, resume: run }
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
