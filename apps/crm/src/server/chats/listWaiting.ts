import { and, count, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { WaitingChat } from '../../api/chat.ts'
import type { ListQuery, Page } from '../../api/page.ts'
import { type Actor, seesAll } from '../../api/role.ts'
import { keyset, toPage } from '../lists/keyset.ts'
import { defaultLimit } from '../lists/readQuery.ts'
import { chatStates, chats, contacts, type Database } from '../store/schema.ts'
import { toAccountText } from './toAccountText.ts'

/** Query of `GET /api/waiting`. */
export type WaitingQuery = Pick<ListQuery, 'after' | 'limit' | 'ownerId'>

/**
 * Lists the chats whose customers wait for a reply, the longest wait first: to sales those of their own contacts and of strangers,
 * to others all of them.
 */
export async function listWaiting(
  database: Database,
  { user, query: { after, limit = defaultLimit, ownerId } }: { user: Actor; query: WaitingQuery },
): Promise<Page<WaitingChat>> {
  const { chatType, chatId, waitingSince, lastText, lastAt, lastIsFromCustomer } = chatStates
  const isSame = and(eq(chats.chatType, chatType), eq(chats.chatId, chatId))
  const isLive = and(eq(contacts.id, chats.contactId), isNull(contacts.deletedAt))
  const isOwn = or(isNull(contacts.id), eq(contacts.responsibleUserId, user.id))
  const isWanted = and(
    isNotNull(waitingSince),
    seesAll(user.role) ? undefined : isOwn,
    ownerId === undefined ? undefined : eq(contacts.responsibleUserId, ownerId),
  )
  const { isAfter, orderBy, place } = keyset({ columns: [waitingSince, chatType, chatId], after })
  const rows = await database
    .select({
      chatType,
      chatId,
      waitingSince: sql<number>`${waitingSince}`, // The condition leaves no null.
      lastText,
      lastAt,
      lastIsFromCustomer,
      name: chatStates.name,
      contactName: contacts.name,
      contactId: contacts.id,
      responsibleUserId: contacts.responsibleUserId,
      place,
    })
    .from(chatStates)
    .leftJoin(chats, isSame)
    .leftJoin(contacts, isLive)
    .where(and(isWanted, isAfter))
    .orderBy(...orderBy)
    .limit(limit + 1)
  const [total] = await database
    .select({ count: count() })
    .from(chatStates)
    .leftJoin(chats, isSame)
    .leftJoin(contacts, isLive)
    .where(isWanted)
  const page = toPage({ rows, limit, total: total?.count ?? 0 })
  const items = page.rows.map(({ lastText: text, lastAt: at, lastIsFromCustomer: isFromCustomer, ...row }) => {
    const { place: _, contactName, name, ...fields } = row
    const lastMessage = { text, at, isFromCustomer }
    return { ...fields, name: contactName ?? (name || toAccountText(fields)), lastMessage }
  })
  return { items, total: page.total, next: page.next }
}
