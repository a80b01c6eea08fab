import type { BatchItem } from 'drizzle-orm/batch'
import type { Contact } from '../../api/contact.ts'
import type { Database } from '../store/openStore.ts'
import { chats, contacts, deals } from '../store/schema.ts'
import { toSearchText } from './toSearchText.ts'

/** A contact, and the user who is responsible for it. */
export interface OwnedContact extends Contact {
  responsibleUserId: string
}

/** The statements that add a contact with its chats and deal, to be run in one batch. */
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
