import type { BatchItem } from 'drizzle-orm/batch'
import { chats, contacts, type Database, deals, type OwnedContact } from '../store/schema.ts'
import { toSearchText } from './toSearchText.ts'

/** Builds the statements that add a contact with its chats and deal, for one batch. */
export function insertContact(
  database: Database,
  contact: OwnedContact,
): [BatchItem<'sqlite'>, ...BatchItem<'sqlite'>[]] {
  const { chats: contactChats, deal, ...fields } = contact
  const contactId = contact.id
  const { name, company, email, phone } = fields
  const searchText = toSearchText([name, company, email, phone].join(' '))
  return [
    database.insert(contacts).values({ ...fields, searchText }),
    ...contactChats.map((chat) => database.insert(chats).values({ ...chat, contactId })),
    ...(deal ? [database.insert(deals).values({ ...deal, contactId })] : []),
  ]
}
