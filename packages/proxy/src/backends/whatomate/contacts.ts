import type { Chat } from '@crm-chat/protocol'
import type { Contact, Whatomate } from '@crm-chat/vendors/whatomate'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Returns true for an id of the server's, which is no phone number. */
export function isContactId(text: string): boolean {
  return uuid.test(text)
}

/** The chat of a contact: by its phone number, or by its id on a server that masks those. */
export function toChat({ id, phone_number }: Pick<Contact, 'id' | 'phone_number'>): Chat {
  const phone = phone_number.replace(/^\+/, '')
  return { chatType: 'whatsapp', chatId: /^\d+$/.test(phone) ? phone : id }
}

/** Contacts that are looked at for a phone number: the server finds parts of numbers and names. */
const maxFound = 200

/** Finds the contact of a chat, which its phone number or its own id names. */
export async function findContactId({
  whatomate,
  chatId,
}: {
  whatomate: Whatomate
  chatId: string
}): Promise<string | undefined> {
  if (isContactId(chatId)) return chatId
  let left = maxFound
  for await (const contact of whatomate.listContacts({ search: chatId })) {
    if (toChat(contact).chatId === chatId) return contact.id
    left -= 1
    if (left === 0) return undefined
  }
  return undefined
}
