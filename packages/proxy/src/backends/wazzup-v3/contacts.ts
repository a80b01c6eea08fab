import type { Contact } from '@crm-chat/vendors/wazzup-v3'
import type { ChatContact } from '../../backend.ts'

/** Turns a contact of the CRM into one of the vendor. The client refuses one without a responsible user, as the vendor does. */
export function toVendorContact({ id, name, responsibleUserId = '', chats }: ChatContact): Contact {
  return { id, name, responsibleUserId, contactData: chats }
}
