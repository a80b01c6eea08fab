import { type UserRole, userRoles } from '../schema.ts'
import type { Database, Store } from '../store.ts'

/** The channel that stands for all of which nothing is said. */
export const everyChannel = '*'

/** Sets what users may see, and leaves what is said of others. */
export async function saveRoles(store: Store, roles: UserRole[]): Promise<void> {
  for (const { userId, channelId, ...fields } of roles) {
    await store.database
      .insert(userRoles)
      .values({ userId, channelId, ...fields })
      .onConflictDoUpdate({ target: [userRoles.userId, userRoles.channelId], set: fields })
  }
  store.changes.publish({ kind: 'contacts' })
}

/** Sets what users may see, and forgets what was said before. */
export async function replaceRoles(store: Store, roles: UserRole[]): Promise<void> {
  await store.database.delete(userRoles)
  await saveRoles(store, roles)
}

/** Everything that is said about what users may see. */
export function listRoles(database: Database): Promise<UserRole[]> {
  return database.select().from(userRoles)
}
