import type { RecordKind } from '@crm-chat/protocol/wire/recordKinds'
import type { ChatClient } from '../../createChat.ts'
import { createStore, type Store } from '../../createStore.ts'
import { compareRecords } from './compareRecords.ts'
import { createVendorTaskRunner } from './createVendorTaskRunner.ts'
import type { ReadRecords } from './recordSource.ts'
import { toError } from './toError.ts'
import type { VendorDataState } from './vendorDataState.ts'
import { readVendorPage } from './vendorPage.ts'

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

/** Makes the {@link VendorData} of one kind. */
export function createVendorData({ chat, kind, read }: VendorDataParameters): VendorData {
  const store = createStore<VendorDataState>({ comparison: { status: 'none' }, task: null })
  const runner = createVendorTaskRunner({ store, chat, kind, read })
  let comparing = new AbortController()
  const update = (part: Partial<VendorDataState>): void => store.setState({ ...store.getState(), ...part })

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

  return {
    ...store,
    compare,
    upload: (ids) => runner.start('upload', ids),
    remove: (ids) => runner.start('delete', ids),
    pause: runner.pause,
    resume: runner.resume,
    dismiss: () => update({ task: null }),
    close: () => {
      runner.pause()
      comparing.abort()
    },
  }
}
