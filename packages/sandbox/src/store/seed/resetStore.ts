import { seedStore } from '../defaultRows.ts'
import { emptyTables } from '../dump/dumps.ts'
import type { Store } from '../store.ts'
import { applySeed } from './applySeed.ts'
import type { Seed } from './seedSchema.ts'

/** Takes the data of an account back to its first day. Links stay good until they expire. */
export async function resetStore({ store, seed }: { store: Store; seed?: Seed | undefined }): Promise<void> {
  await emptyTables(store)
  await seedStore(store.database)
  if (seed) await applySeed(store, seed)
  store.changes.publish({ kind: 'reset' })
}
