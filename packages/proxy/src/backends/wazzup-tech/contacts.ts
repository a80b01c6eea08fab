import type { Contact } from '@crm-chat/vendors/wazzup-tech'
import type { ChatContact } from '../../backend.ts'

/** Turns a contact of the CRM into one of the vendor. The client refuses one without a responsible user, as the vendor does. */
export function toVendorContact({ id, name, responsibleUserId = '', chats }: ChatContact): Contact {
  return {
    id,
    name,
    responsible_user_id: responsibleUserId,
    contact_data: chats.map(({ chatType, chatId }) => ({ chat_type: chatType, chat_id: chatId })),
    uri: '', // The vendor wants one; it shows as a link in the chats window.
  }
}
