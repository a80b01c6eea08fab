import { and, eq, isNull } from 'drizzle-orm'
import { contacts, deals } from '../store/schema.ts'

/** Joins a deal with its contact, unless that is deleted: a deal outlives its contact. */
export const isLiveContactOfDeal = and(eq(contacts.id, deals.contactId), isNull(contacts.deletedAt))
