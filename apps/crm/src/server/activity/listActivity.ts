import { toMessage } from '@crm-chat/proxy'
import { and, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import type {
  ActivityChange,
  ActivityEntry,
  ActivityMessage,
  ActivityQuery,
  ActivityResponse,
} from '../../api/activity.ts'
import { type Actor, seesAll } from '../../api/role.ts'
import { readContact } from '../contacts/contacts.ts'
import { parseRecord } from '../conversations/parseRecord.ts'
import { readDeal } from '../deals/deals.ts'
import { requireVisible } from '../items/rights.ts'
import { keyset } from '../lists/keyset.ts'
import { defaultLimit } from '../lists/readQuery.ts'
import { activity, chats, contacts, type Database, messages } from '../store/schema.ts'

/** Entries whose feed is read. */
interface Scope {
  user: Actor
  contactId?: string | undefined
  dealId?: string | undefined
  companyId?: string | undefined
  /** Contact whose messages a deal's feed shows. */
  messagesOf?: string | undefined
}

/** An entry with its place in the feed. */
interface Placed {
  entry: ActivityEntry
  place: string
}

/** Reads a feed, the latest first: changes, and the messages of the contacts' chats. @throws {ApiError} unless the user may see it */
export async function listActivity(
  database: Database,
  { user, query: { before, limit = defaultLimit, ...named } }: { user: Actor; query: ActivityQuery },
): Promise<ActivityResponse> {
  const scope = await readScope(database, { user, ...named })
  const page = { scope, before, limit: limit + 1 }
  const found = [...(await readChanges(database, page)), ...(await readMessages(database, page))].sort(latestFirst)
  const own = found.slice(0, limit)
  const last = found.length > limit ? own.at(-1) : undefined
  return {
    items: own.map(({ entry }) => entry),
    next: last ? Buffer.from(last.place).toString('base64url') : null,
  }
}

async function readScope(database: Database, scope: Scope): Promise<Scope> {
  const { user, contactId, dealId } = scope
  if (dealId !== undefined) {
    const deal = requireVisible(user, { item: await readDeal(database, dealId), name: 'deal' })
    return { user, dealId, messagesOf: deal.contactId }
  }
  if (contactId === undefined) return scope
  requireVisible(user, { item: await readContact(database, contactId), name: 'contact' })
  return { user, contactId, messagesOf: contactId }
}

interface Part {
  scope: Scope
  before: string | undefined
  limit: number
}

async function readChanges(database: Database, { scope, before, limit }: Part): Promise<Placed[]> {
  const { contactId, dealId, companyId } = scope
  const { isAfter, orderBy, place } = keyset({ columns: [activity.at, activity.id], order: 'desc', after: before })
  const isOfCompany = companyId === undefined ? undefined : companyChanges(companyId)
  const rows = await database
    .select({ row: activity, place })
    .from(activity)
    .where(
      and(
        contactId === undefined ? undefined : eq(activity.contactId, contactId),
        dealId === undefined ? undefined : eq(activity.dealId, dealId),
        isOfCompany,
        isVisibleChange(scope),
        isAfter,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit)
  return rows.map(({ row, place: own }) => ({ entry: toChange(row), place: own }))
}

function companyChanges(companyId: string): SQL | undefined {
  return or(
    eq(activity.companyId, companyId),
    sql`${activity.contactId} IN (SELECT id FROM contacts WHERE company_id = ${companyId})`,
  )
}

/** Users who see a contact or a deal see all that has been done with it; others see what is theirs, and companies. */
function isVisibleChange({ user, contactId, dealId }: Scope): SQL | undefined {
  if (seesAll(user.role) || contactId !== undefined || dealId !== undefined) return undefined
  return or(
    eq(activity.userId, user.id),
    eq(activity.itemKind, 'company'),
    sql`${activity.contactId} IN (SELECT id FROM contacts WHERE responsible_user_id = ${user.id})`,
    sql`${activity.dealId} IN (SELECT id FROM deals WHERE responsible_user_id = ${user.id})`,
  )
}

async function readMessages(database: Database, { scope, before, limit }: Part): Promise<Placed[]> {
  const { isAfter, orderBy, place } = keyset({ columns: [messages.at, messages.id], order: 'desc', after: before })
  const { user, messagesOf, companyId } = scope
  const rows = await database
    .select({ record: messages.record, contactId: contacts.id, contact: contacts.name, place })
    .from(messages)
    .innerJoin(chats, and(eq(chats.chatType, messages.chatType), eq(chats.chatId, messages.chatId)))
    .innerJoin(contacts, eq(contacts.id, chats.contactId))
    .where(
      and(
        isNotNull(messages.conversationId), // Without one, the message itself has not come.
        messagesOf === undefined ? undefined : eq(contacts.id, messagesOf),
        companyId === undefined ? undefined : eq(contacts.companyId, companyId),
        seesAll(user.role) || messagesOf !== undefined ? undefined : eq(contacts.responsibleUserId, user.id),
        isAfter,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit)
  return rows.flatMap(({ record, place: own, ...contact }) => {
    const entry = toMessageEntry({ record, ...contact })
    return entry ? [{ entry, place: own }] : []
  })
}

function toChange({ fromValue, toValue, ...row }: typeof activity.$inferSelect): ActivityChange {
  return { type: 'change', ...row, from: fromValue, to: toValue }
}

/** Most characters of a message's text. */
const maxText = 200

function toMessageEntry({
  record,
  ...contact
}: {
  record: string
  contactId: string
  contact: string
}): ActivityMessage | undefined {
  const message = toMessage(parseRecord(record))
  if (!message) return undefined
  const { id, at, chat, text = '', direction } = message
  const { chatType, chatId } = chat
  return {
    type: 'message',
    id,
    at: Date.parse(at),
    ...contact,
    chatType,
    chatId,
    text: text.slice(0, maxText),
    isFromCustomer: direction === 'incoming',
  }
}

function latestFirst(left: Placed, right: Placed): number {
  return right.entry.at - left.entry.at || (right.entry.id < left.entry.id ? -1 : 1)
}
