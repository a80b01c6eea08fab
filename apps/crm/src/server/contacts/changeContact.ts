import { eq } from 'drizzle-orm'
import type { Contact, ContactChange } from '../../api/contact.ts'
import type { Actor } from '../../api/role.ts'
import { ensureCompany } from '../companies/ensureCompany.ts'
import { recordEdit } from '../items/recordEdit.ts'
import { requireCurrent } from '../items/requireCurrent.ts'
import { readOwner } from '../items/rights.ts'
import { type Statements, saveChange } from '../items/saveChange.ts'
import { withoutUndefined } from '../items/withoutUndefined.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { chats, contacts, type Database } from '../store/schema.ts'
import { readChats, readPhone, requireFreeChats, setChats } from './contactInput.ts'
import { contactKind, readContact } from './contacts.ts'
import { contactTexts } from './contactTexts.ts'

/** Changes a contact. @throws {ApiError} `conflict` with the contact as it is now, for a stale version */
export async function changeContact(
  { database, now }: SessionStore,
  { user, contact, change }: { user: Actor; contact: Contact; change: ContactChange },
): Promise<void> {
  const readCurrent = async (): Promise<unknown> => ({ contact: await readContact(database, contact.id) })
  await requireCurrent({ user, item: contact, version: change.version, readCurrent })
  const next = await readChange(database, { user, contact, change })
  const { name, position, email, phone, company, responsibleUserId } = next
  const at = now()
  const named = await ensureCompany(database, { name: company, userId: user.id, at })
  const fields = { name, position, email, phone, responsibleUserId, companyId: named.id, ...contactTexts(next) }
  const statements: Statements = [
    ...named.statements,
    database
      .update(contacts)
      .set({ ...fields, updatedAt: at, version: change.version + 1 })
      .where(eq(contacts.id, contact.id)),
    ...(change.chats ? replaceChats(database, next) : []),
    ...recordEdit(database, {
      ...contactKind.describe(next),
      userId: user.id,
      at,
      itemKind: 'contact',
      before: contact,
      next,
      values: { name, position, company, email, phone, chats: next.chats },
    }),
  ]
  await saveChange(database, { statements, readCurrent })
}

async function readChange(
  database: Database,
  { user, contact, change }: { user: Actor; contact: Contact; change: ContactChange },
): Promise<Contact> {
  const { version: _, phone, chats: typedChats, responsibleUserId: wanted, ...texts } = change
  const own = typedChats ? readChats(typedChats) : contact.chats
  const fields = own.map((_, index) => `chats.${index}.chatId`)
  if (typedChats) await requireFreeChats(database, { own, contactId: contact.id, fields })
  return {
    ...contact,
    ...withoutUndefined(texts),
    phone: phone === undefined ? contact.phone : readPhone(phone),
    chats: own,
    responsibleUserId: await readOwner(database, { user, wanted, present: contact.responsibleUserId }),
  }
}

function replaceChats(database: Database, { id, chats: own }: Contact): Statements {
  return [
    database.delete(chats).where(eq(chats.contactId, id)),
    ...setChats(
      database,
      own.map((chat) => ({ ...chat, contactId: id })),
    ),
  ]
}
