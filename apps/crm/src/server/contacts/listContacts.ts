import { and, count, eq, inArray, isNotNull, isNull, min, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Contact, ContactsQuery } from '../../api/contact.ts'
import type { Page } from '../../api/page.ts'
import { type Actor, seesAll } from '../../api/role.ts'
import { inOrder } from '../lists/inOrder.ts'
import { keyset, toPage } from '../lists/keyset.ts'
import { defaultLimit } from '../lists/readQuery.ts'
import { toPhoneSearches } from '../search/toPhoneSearches.ts'
import { toSearchText } from '../search/toSearchText.ts'
import { chatStates, chats, companies, contacts, type Database } from '../store/schema.ts'
import { readContacts } from './contacts.ts'

/** Lists the contacts that a user may see. */
export async function listContacts(
  database: Database,
  { user, query }: { user: Actor; query: ContactsQuery },
): Promise<Page<Contact>> {
  const { limit = defaultLimit, sort = 'name', order, after } = query
  const { isAfter, orderBy, place } = keyset({ columns: sortColumns[sort], order, after })
  const isListed = and(isNull(contacts.deletedAt), isVisible(user), ...toConditions(query))
  const waits = selectWaits(database)
  const listed = database.select({ id: contacts.id, place }).from(contacts).$dynamic()
  if (sort === 'company') listed.leftJoin(companies, eq(companies.id, contacts.companyId))
  if (sort === 'waiting') listed.leftJoin(waits, eq(waits.contactId, contacts.id))
  const found = await listed
    .where(and(isListed, isAfter))
    .orderBy(...orderBy)
    .limit(limit + 1)
  const [{ total } = { total: 0 }] = await database.select({ total: count() }).from(contacts).where(isListed)
  const { rows, next } = toPage({ rows: found, limit, total })
  const ids = rows.map(({ id }) => id)
  return { items: inOrder(await readContacts(database, ids), ids), total, next }
}

/** Lists the contacts that a user may see in portions, to the end. */
export async function* eachContact(
  database: Database,
  { user, query }: { user: Actor; query: ContactsQuery },
): AsyncGenerator<Contact[]> {
  for (let after = query.after, isFirst = true; isFirst || after !== undefined; isFirst = false) {
    const { items, next } = await listContacts(database, { user, query: { ...query, after, limit: 500 } })
    yield items
    after = next ?? undefined
  }
}

/** The condition for contacts that a user may see; undefined for all of them. */
function isVisible({ id, role }: Actor): SQL | undefined {
  return seesAll(role) ? undefined : eq(contacts.responsibleUserId, id)
}

/** The condition for contacts that a search finds, by name, position, e-mail, phone and company. */
function matchesContact(search: string): SQL | undefined {
  const text = toSearchText(search)
  return or(
    sql`instr(${contacts.searchText}, ${text}) > 0`,
    sql`${contacts.companyId} IN (SELECT id FROM companies WHERE instr(sort_name, ${text}) > 0)`,
    ...toPhoneSearches(search).map((digits) => sql`instr(${contacts.phone}, ${digits}) > 0`),
  )
}

/** Ids of contacts with a chat in which the customer waits. Few do, so they are looked up from there. */
const waitingIds = sql`(SELECT ${chats.contactId} FROM ${chatStates} JOIN ${chats}
  ON ${chats.chatType} = ${chatStates.chatType} AND ${chats.chatId} = ${chatStates.chatId}
  WHERE ${chatStates.waitingSince} IS NOT NULL)`

/** Selects when the longest wait of each contact who waits began. */
function selectWaits(database: Database) {
  const isSame = and(eq(chats.chatType, chatStates.chatType), eq(chats.chatId, chatStates.chatId))
  return database
    .select({ contactId: chats.contactId, since: min(chatStates.waitingSince).as('since') })
    .from(chatStates)
    .innerJoin(chats, isSame)
    .where(isNotNull(chatStates.waitingSince))
    .groupBy(chats.contactId)
    .as('waits')
}

/** Start of a contact's longest wait; the end of time for one who does not wait. */
const waitBegan = sql`coalesce(waits.since, 9007199254740991)`

/** Contacts without a company come last. */
const companyName = sql`coalesce(${companies.sortName}, char(1114111))`

const sortColumns: Record<NonNullable<ContactsQuery['sort']>, SQLWrapper[]> = {
  name: [contacts.sortName, contacts.id],
  company: [companyName, contacts.sortName, contacts.id],
  createdAt: [contacts.createdAt, contacts.id],
  waiting: [waitBegan, contacts.sortName, contacts.id],
}

function toConditions({ search, ownerId, companyId, chatType, waiting }: ContactsQuery): (SQL | undefined)[] {
  return [
    search === undefined ? undefined : matchesContact(search),
    ownerId === undefined ? undefined : eq(contacts.responsibleUserId, ownerId),
    companyId === undefined ? undefined : eq(contacts.companyId, companyId),
    chatType &&
      inArray(contacts.id, sql`(SELECT ${chats.contactId} FROM ${chats} WHERE ${chats.chatType} = ${chatType})`),
    waiting ? inArray(contacts.id, waitingIds) : undefined,
  ]
}
