import type { NamedChat } from '@crm-chat/protocol'
import type { Contact } from '@crm-chat/vendors/wazzup-v2'

/** A chat in the vendor's words. */
export type VendorChat = Contact['chats'][number]

/** The vendor's client refuses messengers that its API does not have, and ids of a wrong form, before it sends anything. */
export function toVendorChat(chat: NamedChat): VendorChat {
  return chat as VendorChat // Ours has the messengers of all vendors.
}
