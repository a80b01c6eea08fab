import { asc, eq, inArray } from 'drizzle-orm'
import { type User, userRoles, users } from '../schema.ts'
import type { Database, Store } from '../store.ts'

/** Saves a user who opens a window, with the latest name. */
export async function saveUser(
  { database, changes }: Store,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const isNew = !(await isUploaded(database, id))
  await database.insert(users).values({ id, name }).onConflictDoUpdate({ target: users.id, set: { name } })
  if (isNew) changes.publish({ kind: 'users' })
}

/** Adds or updates users. An omitted phone keeps its value. */
export async function saveUsers({ database, changes }: Store, given: (typeof users.$inferInsert)[]): Promise<void> {
  for (const { id, ...fields } of given) {
    await database
      .insert(users)
      .values({ id, ...fields })
      .onConflictDoUpdate({ target: users.id, set: fields })
  }
  changes.publish({ kind: 'users' }) // Whoever is new has a counter from now on.
}

/** Replaces all users; their roles stay. */
export async function replaceUsers(store: Store, given: (typeof users.$inferInsert)[]): Promise<void> {
  await store.database.delete(users)
  await saveUsers(store, given)
}

/** True for a user whom the CRM has uploaded, or who has opened a window. */
export async function isUploaded(database: Database, id: string): Promise<boolean> {
  return (await getUser(database, id)) !== undefined
}

/** All users, by name. */
export function listUsers(database: Database): Promise<User[]> {
  return database.select().from(users).orderBy(asc(users.name), asc(users.id))
}

/** A user by the CRM's id. */
export async function getUser(database: Database, id: string): Promise<User | undefined> {
  const [user] = await database.select().from(users).where(eq(users.id, id))
  return user
}

/** Deletes users and their roles. @returns the ids of the deleted ones */
export async function deleteUsers({ database, changes }: Store, ids: string[]): Promise<string[]> {
  const deleted = await database.delete(users).where(inArray(users.id, ids)).returning()
  await database.delete(userRoles).where(inArray(userRoles.userId, ids))
  if (deleted.length > 0) changes.publish({ kind: 'contacts' })
  return deleted.map(({ id }) => id)
}
