import { type UserRole, userRoles } from '../schema.ts'
import type { Database, Store } from '../store.ts'

/** Stands for every channel without a role of its own. */
export const everyChannel = '*'

/** Saves roles of users; other roles stay. */
export async function saveRoles(store: Store, roles: UserRole[]): Promise<void> {
  for (const { userId, channelId, ...fields } of roles) {
    await store.database
      .insert(userRoles)
      .values({ userId, channelId, ...fields })
      .onConflictDoUpdate({ target: [userRoles.userId, userRoles.channelId], set: fields })
  }
  store.changes.publish({ kind: 'contacts' })
}

/** Replaces all roles. */
export async function replaceRoles(store: Store, roles: UserRole[]): Promise<void> {
  await store.database.delete(userRoles)
  await saveRoles(store, roles)
}

/** All roles of users. */
export function listRoles(database: Database): Promise<UserRole[]> {
  return database.select().from(userRoles)
}
