import type { ChatContact } from '@crm-chat/proxy'
import type { OwnedContact } from '../contacts/insertContact.ts'

/** What the vendor is told of a contact: no more than it takes to show the right chats to the right user. */
export function toChatContact({ id, name, responsibleUserId, chats }: OwnedContact): ChatContact {
  return { id, name, responsibleUserId, chats }
}
