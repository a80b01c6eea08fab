import type { Database } from '../store/schema.ts'
import { activity, chats, companies, contacts, deals, notes, tasks, users } from '../store/schema.ts'
import { generateRows } from './generateRows.ts'
import { insertRows } from './insertRows.ts'
import { seedUsers } from './seedUsers.ts'
import { toSeedRows } from './toSeedRows.ts'

/** Size of a demo. */
export interface SeedSize {
  /** Unix time in milliseconds that the demo's past is counted from. */
  now: number
  /** Contacts in all; the hand-written ones are always there. @default those */
  contacts?: number | undefined
  /** Deals in all; the hand-written ones are always there. @default those */
  deals?: number | undefined
}

/** Fills an empty database with the demo. */
export async function seedStore(database: Database, { now, ...size }: SeedSize): Promise<void> {
  await database.insert(users).values(seedUsers)
  const written = toSeedRows(now)
  const generated = generateRows({
    now,
    contactCount: (size.contacts ?? 0) - written.contacts.length,
    dealCount: (size.deals ?? 0) - written.deals.length,
  })
  await insertRows(database, companies, [...written.companies, ...generated.companies])
  await insertRows(database, contacts, [...written.contacts, ...generated.contacts])
  await insertRows(database, chats, [...written.chats, ...generated.chats])
  await insertRows(database, deals, [...written.deals, ...generated.deals])
  await insertRows(database, tasks, written.tasks)
  await insertRows(database, notes, written.notes)
  await insertRows(database, activity, [...written.activity, ...generated.activity])
}
