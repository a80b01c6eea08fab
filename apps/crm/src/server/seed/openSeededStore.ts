import { DataFileError } from '../errors.ts'
import { openStore, type Store } from '../store/openStore.ts'
import { users } from '../store/schema.ts'
import { type SeedSize, seedStore } from './seedStore.ts'

/**
 * Opens the database file, or one in memory, and fills an empty one with the demo.
 * @throws {DataFileError}
 */
export async function openSeededStore(path: string, size: SeedSize): Promise<Store> {
  const store = await openStore(path)
  try {
    const [existing] = await store.database.select({ id: users.id }).from(users).limit(1)
    if (!existing) await seedStore(store.database, size)
    return store
  } catch (cause) {
    store.close()
    throw new DataFileError({ path, cause })
  }
}
