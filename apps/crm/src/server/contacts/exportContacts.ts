import { asc } from 'drizzle-orm'
import type { Contact, ContactsQuery } from '../../api/contact.ts'
import type { Actor } from '../../api/role.ts'
import { toCsv } from '../../api/toCsv.ts'
import { type Database, users } from '../store/schema.ts'
import { eachContact } from './listContacts.ts'

const header = ['Name', 'Position', 'Company', 'Email', 'Phone', 'Telegram', 'Instagram', 'VK', 'Owner']

/** Writes the contacts that the user may see as CSV. An import reads it. */
export async function exportContacts(
  database: Database,
  { user, query }: { user: Actor; query: ContactsQuery },
): Promise<string> {
  const staff = await database.select({ id: users.id, name: users.name }).from(users).orderBy(asc(users.id))
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  const rows = [header]
  for await (const contacts of eachContact(database, { user, query })) {
    rows.push(...contacts.map((contact) => toRow(contact, names.get(contact.responsibleUserId) ?? '')))
  }
  return toCsv(rows)
}

function toRow({ name, position, company, email, phone, chats }: Contact, owner: string): string[] {
  const account = (chatType: string): string => chats.find((chat) => chat.chatType === chatType)?.chatId ?? ''
  return [name, position, company, email, phone, account('telegram'), account('instagram'), account('vk'), owner]
}
