import { insertContact } from '../contacts/insertContact.ts'
import type { Database } from './openStore.ts'
import { users } from './schema.ts'
import { seedContacts } from './seedContacts.ts'
import { seedUsers } from './seedUsers.ts'

/** Fills a database that nobody has used yet with the demo's users and contacts: the same ones every time. */
export async function seedStore(database: Database): Promise<void> {
  const [somebody] = await database.select().from(users).limit(1)
  if (somebody) return
  await database.batch([
    database.insert(users).values(seedUsers),
    ...seedContacts.flatMap((contact) => insertContact(database, contact)),
  ])
}
