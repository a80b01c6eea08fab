import { count } from 'drizzle-orm'
import { everyChannel, listRoles } from '../../store/entities/roles.ts'
import { listUsers } from '../../store/entities/users.ts'
import { contacts, type UserRole } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/**
 * Chooses the user who gets the next new client: the one with the fewest so far. The vendor takes turns, and does not
 * document the first. @returns null if no user gets new clients
 */
export async function chooseResponsible({ database }: Store, channelId: string): Promise<string | null> {
  const roles = await listRoles(database)
  const users = await listUsers(database)
  const loads = await database
    .select({ userId: contacts.responsibleUserId, load: count() })
    .from(contacts)
    .groupBy(contacts.responsibleUserId)
  const loadOf = (id: string): number => loads.find(({ userId }) => userId === id)?.load ?? 0
  const ids = users.map(({ id }) => id).filter((userId) => getsNewClients({ roles, userId, channelId }))
  return ids.sort((a, b) => loadOf(a) - loadOf(b) || (a < b ? -1 : 1))[0] ?? null
}

/** A user of whom nothing is said is a seller who gets new clients. */
function getsNewClients({
  roles,
  userId,
  channelId,
}: {
  roles: UserRole[]
  userId: string
  channelId: string
}): boolean {
  const own = roles.filter((role) => role.userId === userId)
  const found = own.find((role) => role.channelId === channelId) ?? own.find((role) => role.channelId === everyChannel)
  return found === undefined || (found.allowGetNewClients && (found.role === 'seller' || found.role === 'manager'))
}
