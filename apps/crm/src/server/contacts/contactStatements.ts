import type { SQL } from 'drizzle-orm'
import type { ContactChat } from '../../api/chat.ts'
import { type RecordedChange, recordActivities } from '../activity/recordActivity.ts'
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

/** Contacts of one statement: SQLite takes at most 32,766 values. */
const chunkSize = 500

/** Builds the statements that add contacts with their chats. */
export function addContacts(database: Database, added: AddedContact[]): Statements {
  const statements: Statements = []
  for (let start = 0; start < added.length; start += chunkSize) {
    const some = added.slice(start, start + chunkSize)
    statements.push(
      database.insert(contacts).values(some.map(toRow)),
      ...setChats(
        database,
        some.flatMap(({ id, chats }) => chats.map((chat) => ({ ...chat, contactId: id }))),
      ),
      recordActivities(database, some.map(toChange)),
    )
  }
  return statements
}

function toRow({ id, responsibleUserId, at, name, position, companyId, email, phone }: AddedContact) {
  const details = { name, position, companyId, email, phone, ...contactTexts({ name, position, email, phone }) }
  return { id, createdAt: at, updatedAt: at, responsibleUserId, ...details }
}

function toChange({ id, userId, at, action, name, companyId }: AddedContact): RecordedChange {
  return { userId, at, itemKind: 'contact', action, itemId: id, itemName: name, contactId: id, companyId }
}
