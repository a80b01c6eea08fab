import { type ChatProxy, type EntityOptions, OperationError, type RejectedItem } from '@crm-chat/proxy'
import type { RecordKind } from '../../api/record.ts'
import type { Database } from '../store/schema.ts'
import { loadContacts, loadDeals, loadUsers } from './loadRecords.ts'

/** Parameters of {@link sendRecords}. */
export interface SendRecordsParameters {
  database: Database
  chat: ChatProxy
  kind: RecordKind
  ids: string[]
  /** Address of the CRM, for links to deals. */
  crmUrl: string
  signal: AbortSignal
}

/** Outcome of {@link sendRecords}. */
export interface SentRecords {
  rejected: RejectedItem[]
  /** By id. */
  names: Map<string, string>
}

/**
 * Saves the present state of records at the vendor, and deletes those there that the CRM has deleted.
 * @throws {OperationError} for a vendor that cannot be used; nothing is retried
 */
export async function sendRecords({
  database,
  chat,
  kind,
  ids,
  crmUrl,
  signal,
}: SendRecordsParameters): Promise<SentRecords> {
  const options: EntityOptions = { signal, retryForMs: 0 }
  const { records, save, remove } = await load()
  const { rejected } = await save()
  const gone = ids.filter((id) => !records.some((record) => record.id === id))
  if (gone.length > 0) await remove(gone, options).catch(ignoreMissing)
  return { rejected, names: new Map(records.map(({ id, name }) => [id, name])) }

  async function load() {
    switch (kind) {
      case 'users': {
        const records = await loadUsers(database, ids)
        return { records, save: () => chat.saveUsers(records, options), remove: chat.deleteUsers }
      }
      case 'contacts': {
        const records = await loadContacts(database, ids)
        return { records, save: () => chat.saveContacts(records, options), remove: chat.deleteContacts }
      }
      case 'deals': {
        const records = await loadDeals(database, { ids, crmUrl })
        return { records, save: () => chat.saveDeals(records, options), remove: chat.deleteDeals }
      }
    }
  }
}

/** API V2 deletes no contacts: there, one that the CRM has deleted stays. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof OperationError && error.code === 'not_supported')) throw error
}
