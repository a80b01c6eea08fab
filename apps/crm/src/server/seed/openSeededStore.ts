import type { User } from '../../api/user.ts'
import { insertContact } from '../contacts/insertContact.ts'
import { DataFileError } from '../errors.ts'
import { openStore, type Store } from '../store/openStore.ts'
import { type Database, users } from '../store/schema.ts'
import { seedContacts } from './seedContacts.ts'

const seedUsers: User[] = [
  { id: 'ann', name: 'Ann Reyes', title: 'Sales, hotels and restaurants', role: 'admin' },
  { id: 'ben', name: 'Ben Okafor', title: 'Sales, offices and studios', role: 'sales' },
]

/**
 * Opens the database file, or one in memory, and fills an empty one with the demo's users and contacts.
 * @throws {DataFileError}
 */
export async function openSeededStore(path: string): Promise<Store> {
  const store = await openStore(path)
  try {
    await seedStore(store.database)
    return store
  } catch (cause) {
    store.close()
    throw new DataFileError({ path, cause })
  }
}

async function seedStore(database: Database): Promise<void> {
  const [existing] = await database.select().from(users).limit(1)
  if (existing) return
  await database.batch([
    database.insert(users).values(seedUsers),
    ...seedContacts.flatMap((contact) => insertContact(database, contact)),
  ])
}
