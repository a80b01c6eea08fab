import type { NamedChat, WindowRequest } from '@crm-chat/protocol'
import type { Contact, IframeParameters } from '@crm-chat/vendors/wazzup-v2'
import type { ChatContact } from '../../backend.ts'
import type { ChatUser } from '../../identity/chatUser.ts'

/** Turns a window request into the vendor's words. */
export function toIframeParameters({ user, request }: { user: ChatUser; request: WindowRequest }): IframeParameters {
  const { activeChat } = request
  return {
    user: { id: user.id, name: user.name },
    scope: request.scope,
    ...(request.scope === 'card' ? { filter: request.chats.map(toVendorChat) } : {}),
    ...(activeChat ? { activeChat: toVendorChat(activeChat) } : {}),
  }
}

/** Turns a contact of the CRM into one of the vendor. */
export function toVendorContact(contact: ChatContact): Contact {
  return { ...contact, chats: contact.chats.map(toVendorChat) }
}

type VendorChat = Contact['chats'][number]

/** The vendor's client refuses messengers that its API does not have, and ids of a wrong form, before it sends anything. */
function toVendorChat(chat: NamedChat): VendorChat {
  return chat as VendorChat // Ours has the messengers of all vendors.
}
