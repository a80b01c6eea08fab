import type { Contact } from '@crm-chat/vendors/wazzup-v2'
import type { ChatContact } from '../../backend.ts'
import { toVendorChat } from './chats.ts'

/** Turns a contact of the CRM into one of the vendor. */
export function toVendorContact(contact: ChatContact): Contact {
  return { ...contact, chats: contact.chats.map(toVendorChat) }
}
