import type { ContactOfChat, NewContactOfChat } from '../../api/chat.ts'
import type { Actor } from '../../api/role.ts'
import { createContact } from '../contacts/createContact.ts'
import { createDeal } from '../deals/saveDeal.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { toAccountText } from './toAccountText.ts'

/**
 * Makes a stranger who wrote a contact of the user, with a deal where one is asked for.
 * @throws {ApiError} `conflict` for the chat of a contact, `forbidden` for a role that adds nothing
 */
export async function addContactOfChat(
  store: SessionStore,
  { user, chat: { chatType, chatId, name, company, dealTitle } }: { user: Actor; chat: NewContactOfChat },
): Promise<ContactOfChat> {
  const phone = chatType === 'whatsapp' ? toAccountText({ chatType, chatId }) : ''
  const contactId = await createContact(store, {
    user,
    contact: { name, company, phone, chats: [{ chatType, chatId }] },
  })
  const dealId =
    dealTitle === undefined ? null : await createDeal(store, { user, deal: { title: dealTitle, contactId } })
  return { contactId, dealId }
}
