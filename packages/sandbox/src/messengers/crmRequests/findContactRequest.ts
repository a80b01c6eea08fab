import { count } from 'drizzle-orm'
import type { ContactRequest } from '../../store/changes.ts'
import { getChatName } from '../../store/entities/chats.ts'
import { findContact } from '../../store/entities/contacts.ts'
import { everyChannel, listRoles } from '../../store/entities/roles.ts'
import { listUsers } from '../../store/entities/users.ts'
import type { Message } from '../../store/schema.ts'
import { contacts, type UserRole } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/**
 * Finds the contact that a message requests from the CRM: that of an unknown customer who writes, or to whom a user of the
 * CRM writes first.
 * @see https://wazzup24.com/help/webhooks/ "Webhooks about creating a new contact, deal", cases 1 and 2
 */
export async function findContactRequest(store: Store, message: Message): Promise<ContactRequest | undefined> {
  const { chatType, chatId, channelId, direction, authorUserId } = message
  if (direction === 'outgoing' && authorUserId === null) return undefined
  const chat = { chatType, chatId }
  if ((await findContact(store.database, chat)) !== undefined) return undefined
  const name = await getChatName(store.database, chat)
  const responsibleUserId = direction === 'outgoing' ? authorUserId : await chooseResponsible(store, channelId)
  return { chat, name, responsibleUserId, source: 'auto' }
}

/**
 * Chooses the user who gets the next new client: the one with the fewest so far. The vendor takes turns, and does not
 * document the first. @returns null if no user gets new clients
 */
async function chooseResponsible({ database }: Store, channelId: string): Promise<string | null> {
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

/** A user without a role is a seller who gets new clients. */
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
