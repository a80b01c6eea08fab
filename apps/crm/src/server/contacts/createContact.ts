import { randomUUID } from 'node:crypto'
import { parsePhone } from '@crm-chat/proxy'
import { and, eq } from 'drizzle-orm'
import type { Contact, NewContact } from '../../api/oldContact.ts'
import { ApiError } from '../errors.ts'
import { chats, type Database, type OwnedContact } from '../store/schema.ts'
import { insertContact } from './insertContact.ts'

/**
 * Adds a contact for this user, with a WhatsApp chat of its phone number.
 * @throws {ApiError} for an invalid number, or one that another contact has.
 */
export async function createContact(
  database: Database,
  { userId, contact }: { userId: string; contact: NewContact },
): Promise<OwnedContact> {
  const phone = readPhone(contact.phone)
  if (await isTaken(database, phone)) throw phoneError('conflict', 'Another contact already has this number.')
  const created: Contact = {
    id: randomUUID(),
    name: contact.name,
    company: contact.company,
    position: '',
    email: '',
    notes: '',
    phone,
    chats: [{ chatType: 'whatsapp', chatId: phone }],
    deal: null,
  }
  const owned = { ...created, responsibleUserId: userId }
  await database.batch(insertContact(database, owned))
  return owned
}

function readPhone(text: string): string {
  const phone = parsePhone(text)
  if ('problem' in phone) throw phoneError('invalid_request', phone.problem)
  return phone.digits
}

async function isTaken(database: Database, chatId: string): Promise<boolean> {
  const isSame = and(eq(chats.chatType, 'whatsapp'), eq(chats.chatId, chatId))
  return (await database.select().from(chats).where(isSame).limit(1)).length > 0
}

function phoneError(code: 'invalid_request' | 'conflict', message: string): ApiError {
  return new ApiError({ code, message, fields: { phone: message } })
}
