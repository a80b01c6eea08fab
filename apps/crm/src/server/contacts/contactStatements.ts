import type { SQL } from 'drizzle-orm'
import type { ContactChat } from '../../api/chat.ts'
import { recordActivity } from '../activity/recordActivity.ts'
import type { Statements } from '../items/saveChange.ts'
import { contacts, type Database } from '../store/schema.ts'
import { setChats } from './contactInput.ts'
import { contactTexts } from './contactTexts.ts'

/** A contact that is ready to be added. */
export interface AddedContact {
  id: string
  userId: string
  responsibleUserId: string
  action: 'created' | 'imported'
  at: number
  name: string
  position: string
  /** Null without a company. */
  companyId: SQL<string> | null
  email: string
  /** Digits, or empty. */
  phone: string
  chats: ContactChat[]
}

/** Builds the statements that add a contact with its chats. */
export function addContact(
  database: Database,
  { id, userId, responsibleUserId, action, at, companyId, chats, ...details }: AddedContact,
): Statements {
  const times = { createdAt: at, updatedAt: at }
  const links = { itemId: id, itemName: details.name, contactId: id, companyId }
  return [
    database
      .insert(contacts)
      .values({ id, ...times, responsibleUserId, ...details, companyId, ...contactTexts(details) }),
    ...setChats(database, { contactId: id, own: chats }),
    recordActivity(database, { ...links, userId, at, itemKind: 'contact', action }),
  ]
}
