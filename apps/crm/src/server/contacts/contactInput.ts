import { parsePhone } from '@crm-chat/proxy'
import { and, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { ContactChat } from '../../api/chat.ts'
import { ApiError } from '../errors.ts'
import { chats, contacts, type Database } from '../store/schema.ts'
import { parseAccount } from './parseAccount.ts'

/** Reads a phone number as typed. Empty stays empty. @throws {ApiError} naming the field */
export function readPhone(text: string): string {
  if (text === '') return ''
  const phone = parsePhone(text)
  if ('problem' in phone) throw fieldError({ field: 'phone', problem: 'phone', message: phone.problem })
  return phone.digits
}

/** Reads accounts as typed. @throws {ApiError} naming the field of an invalid one */
export function readChats(typed: ContactChat[]): ContactChat[] {
  return typed.map(({ chatType, chatId }, index) => {
    const account = parseAccount({ chatType, chatId })
    if (!('problem' in account)) return { chatType, chatId: account.chatId }
    const problem = chatType === 'whatsapp' ? 'phone' : 'account'
    throw fieldError({ field: `chats.${index}.chatId`, problem, message: account.problem })
  })
}

/** @throws {ApiError} `conflict` for a chat of another contact. A chat of a deleted contact is free. */
export async function requireFreeChats(
  database: Database,
  { own, contactId = '', fields }: { own: ContactChat[]; contactId?: string; fields: string[] },
): Promise<void> {
  if (own.length === 0) return
  const taken = await database
    .select({ chatType: chats.chatType, chatId: chats.chatId })
    .from(chats)
    .innerJoin(contacts, eq(contacts.id, chats.contactId))
    .where(and(isOneOf(own), isNull(contacts.deletedAt), ne(contacts.id, contactId)))
  const index = own.findIndex((chat) => taken.some((other) => isSameChat(chat, other)))
  if (index < 0) return
  const message = 'Another contact already has this number or account.'
  throw fieldError({ field: fields[index] ?? 'chats', problem: 'taken', message })
}

/** Builds the statements that give chats to contacts, and take them from deleted ones. */
export function setChats(database: Database, own: (ContactChat & { contactId: string })[]): BatchItem<'sqlite'>[] {
  if (own.length === 0) return []
  const deleted = database.select({ id: contacts.id }).from(contacts).where(isNotNull(contacts.deletedAt))
  return [
    database.delete(chats).where(and(inArray(chats.contactId, deleted), isOneOf(own))),
    database.insert(chats).values(own),
  ]
}

function isOneOf(own: ContactChat[]): SQL {
  const values = own.map(({ chatType, chatId }) => sql`(${chatType}, ${chatId})`)
  return sql`(${chats.chatType}, ${chats.chatId}) IN (VALUES ${sql.join(values, sql`, `)})`
}

function isSameChat(left: ContactChat, right: ContactChat): boolean {
  return left.chatType === right.chatType && left.chatId === right.chatId
}

function fieldError({
  field,
  problem,
  message,
}: {
  field: string
  problem: 'phone' | 'account' | 'taken'
  message: string
}): ApiError {
  const code = problem === 'taken' ? 'conflict' : 'invalid_request'
  return new ApiError({ code, message, fields: { [field]: problem } })
}
