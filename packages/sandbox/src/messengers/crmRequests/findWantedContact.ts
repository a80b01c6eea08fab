import type { WantedContact } from '../../store/changes.ts'
import { getChatName } from '../../store/entities/chats.ts'
import { findContact } from '../../store/entities/contacts.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { chooseResponsible } from './chooseResponsible.ts'

/**
 * The contact that the CRM is to create with a message: the customer's who writes and is not known yet, or the one's to
 * whom a known user of the CRM writes first.
 * @see https://wazzup24.com/help/webhooks/ "Webhooks about creating a new contact, deal", cases 1 and 2
 */
export async function findWantedContact(store: Store, message: Message): Promise<WantedContact | undefined> {
  const { chatType, chatId, channelId, direction, authorUserId } = message
  if (direction === 'outgoing' && authorUserId === null) return undefined
  const chat = { chatType, chatId }
  if ((await findContact(store.database, chat)) !== undefined) return undefined
  const name = await getChatName(store.database, chat)
  const responsibleUserId = direction === 'outgoing' ? authorUserId : await chooseResponsible(store, channelId)
  return { chat, name, responsibleUserId, source: 'auto' }
}
