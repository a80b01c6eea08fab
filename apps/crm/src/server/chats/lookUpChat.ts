import { and, desc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import type { ChatLookup, ChatLookupQuery } from '../../api/chat.ts'
import { type Actor, maySee } from '../../api/role.ts'
import { chatStates, chats, contacts, type Database, deals } from '../store/schema.ts'
import { toAccountText } from './toAccountText.ts'

/** Tells whose chat it is, as far as the user may know. */
export async function lookUpChat(
  database: Database,
  { user, chat }: { user: Actor; chat: ChatLookupQuery },
): Promise<ChatLookup> {
  const [contact] = await database
    .select({ id: contacts.id, name: contacts.name, responsibleUserId: contacts.responsibleUserId })
    .from(chats)
    .innerJoin(contacts, and(eq(contacts.id, chats.contactId), isNull(contacts.deletedAt)))
    .where(and(sql`${chats.chatType} = ${chat.chatType}`, eq(chats.chatId, chat.chatId)))
  if (!contact) return describeStranger(database, chat)
  if (!maySee(user, contact)) return { status: 'hidden' }
  const { id: contactId, name } = contact
  return { status: 'contact', contactId, name, openDeals: await listOpenDeals(database, { user, contactId }) }
}

async function listOpenDeals(
  database: Database,
  { user, contactId }: { user: Actor; contactId: string },
): Promise<{ id: string; title: string }[]> {
  const isOpen = and(isNull(deals.deletedAt), notInArray(deals.stage, ['won', 'lost']))
  const rows = await database
    .select({ id: deals.id, title: deals.title, responsibleUserId: deals.responsibleUserId })
    .from(deals)
    .where(and(eq(deals.contactId, contactId), isOpen))
    .orderBy(desc(deals.createdAt), desc(deals.id))
  return rows.filter((deal) => maySee(user, deal)).map(({ id, title }) => ({ id, title }))
}

async function describeStranger(database: Database, chat: ChatLookupQuery): Promise<ChatLookup> {
  const [state] = await database
    .select({ name: chatStates.name })
    .from(chatStates)
    .where(and(eq(chatStates.chatType, chat.chatType), eq(chatStates.chatId, chat.chatId)))
  return { status: 'stranger', name: state?.name ?? '', phone: chat.chatType === 'whatsapp' ? toAccountText(chat) : '' }
}
