import { asc, eq, inArray } from 'drizzle-orm'
import { type User, userRoles, users } from '../schema.ts'
import type { Database, Store } from '../store.ts'

/** Remembers who opens windows, under the latest name. */
export async function saveUser({ database }: Store, { id, name }: { id: string; name: string }): Promise<void> {
  await database.insert(users).values({ id, name }).onConflictDoUpdate({ target: users.id, set: { name } })
}

/** Adds users, or updates those there are. A phone that is not given stays as it was. */
export async function saveUsers({ database }: Store, given: (typeof users.$inferInsert)[]): Promise<void> {
  for (const { id, ...fields } of given) {
    await database
      .insert(users)
      .values({ id, ...fields })
      .onConflictDoUpdate({ target: users.id, set: fields })
  }
}

/** Puts these users in the place of all there were. What is said of their roles stays. */
export async function replaceUsers(store: Store, given: (typeof users.$inferInsert)[]): Promise<void> {
  await store.database.delete(users)
  await saveUsers(store, given)
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

/** Removes users and their roles. @returns the ids of those that were there. */
export async function deleteUsers({ database, changes }: Store, ids: string[]): Promise<string[]> {
  const deleted = await database.delete(users).where(inArray(users.id, ids)).returning()
  await database.delete(userRoles).where(inArray(userRoles.userId, ids))
  if (deleted.length > 0) changes.publish({ kind: 'contacts' })
  return deleted.map(({ id }) => id)
}
