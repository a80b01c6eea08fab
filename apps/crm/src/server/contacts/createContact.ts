import { randomUUID } from 'node:crypto'
import type { ContactChat } from '../../api/chat.ts'
import type { NewContact } from '../../api/contact.ts'
import type { Actor } from '../../api/role.ts'
import { ensureCompany } from '../companies/ensureCompany.ts'
import { readOwner, requireWrite } from '../items/rights.ts'
import { saveChange } from '../items/saveChange.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { readChats, readPhone, requireFreeChats } from './contactInput.ts'
import { type AddedContact, addContacts } from './contactStatements.ts'

/** Adds a contact, with a WhatsApp chat of its phone number unless chats are named. @returns its id @throws {ApiError} */
export async function createContact(
  { database, now }: SessionStore,
  { user, contact }: { user: Actor; contact: NewContact },
): Promise<string> {
  requireWrite(user)
  const { phone: typed = '', chats: typedChats, company = '', responsibleUserId: wanted } = contact
  const phone = readPhone(typed)
  const own = typedChats ? readChats(typedChats) : toPhoneChats(phone)
  const fields = typedChats ? typedChats.map((_, index) => `chats.${index}.chatId`) : ['phone']
  await requireFreeChats(database, { own, fields })
  const responsibleUserId = await readOwner(database, { user, wanted, present: user.id })
  const at = now()
  const named = await ensureCompany(database, { name: company, userId: responsibleUserId, at })
  const id = randomUUID()
  const added: AddedContact = {
    id,
    userId: user.id,
    responsibleUserId,
    action: 'created',
    at,
    name: contact.name,
    position: contact.position ?? '',
    companyId: named.id,
    email: contact.email ?? '',
    phone,
    chats: own,
  }
  await saveChange(database, { statements: [...named.statements, ...addContacts(database, [added])] })
  return id
}

/** The chats of a contact with this phone number. */
function toPhoneChats(phone: string): ContactChat[] {
  return phone === '' ? [] : [{ chatType: 'whatsapp', chatId: phone }]
}
