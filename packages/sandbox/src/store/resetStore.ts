import { emptyTables } from './dumps.ts'
import type { Store } from './openStore.ts'
import { seedStore } from './seed.ts'

/** Takes the account back to its first day: channels only. Links stay good until they expire. */
export async function resetStore(store: Store): Promise<void> {
  await emptyTables(store)
  await seedStore(store.database)
  store.changes.publish({ kind: 'reset' })
}
