import type { WantedDeal } from '../../store/changes.ts'
import { listPipelines } from '../../store/entities/pipelines.ts'
import type { Store } from '../../store/store.ts'

/**
 * Asks for a deal with a contact that the CRM has just created. A contact that came by itself brings a deal only where
 * the CRM has uploaded funnels with stages.
 */
export async function followWithDeal(store: Store, wanted: WantedDeal): Promise<void> {
  if (wanted.source === 'auto' && !(await hasStages(store))) return
  store.changes.publish({ kind: 'dealWanted', wanted })
}

async function hasStages({ database }: Store): Promise<boolean> {
  return (await listPipelines(database)).some(({ stages }) => stages !== null && stages.length > 0)
}
