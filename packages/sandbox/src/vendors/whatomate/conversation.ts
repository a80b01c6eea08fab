import { whatomate } from '@crm-chat/vendors/endpoints'
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import type { Account } from '../../server/account.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { getMessage } from '../../store/entities/messages.ts'
import { type Message, messages } from '../../store/schema.ts'
import type { Database } from '../../store/store.ts'
import { listExtras, markReadByAgents } from './messageExtras.ts'
import type { PersonInChat } from './people.ts'
import { readPage } from './readPage.ts'
import { respondSuccess } from './respondSuccess.ts'
import { toMessage } from './toMessage.ts'
import { accountName } from './whatsappAccount.ts'
import { withPerson } from './withPerson.ts'

/** Serves a conversation in pages. @see Whatomate, "Messages" */
export const conversation: Route[] = [
  defineRoute({
    endpoint: whatomate.fetchMessages,
    handle: (call) => withPerson(call, (person) => respondPage(call, person)),
  }),
]

/**
 * Without a cursor, responds with the newest page, and marks all messages as read. With one, responds with older messages,
 * and marks none; an unknown cursor gives the newest page.
 */
async function respondPage(call: Pick<Call, 'account' | 'context'>, person: PersonInChat): Promise<Response> {
  const { account } = call
  const { phone } = person
  const query = readQuery(call)
  if (query.account !== accountName) return respondSuccess(call, toBody(account, { query, items: [], total: 0 }))
  const total = await count(account.store.database, phone)
  const rows = query.hasCursor
    ? await listAround(account.store.database, { phone, ...query })
    : await listPage(account, { phone, total, ...query })
  const items = await toItems(account, { rows, person })
  if (!query.hasCursor) await markReadByAgents(account.store, phone)
  return respondSuccess(call, toBody(account, { query, items, total }))
}

interface Query {
  page: number
  limit: number
  /** Id of the message before which the page ends. */
  before: string | undefined
  /** Id of the message after which the page begins. */
  after: string | undefined
  hasCursor: boolean
  account: string
}

/** Reads the query. Some parameters exist in the documents of 2025 only. */
function readQuery({ account, context }: Pick<Call, 'account' | 'context'>): Query {
  const read = (name: string): string | undefined => context.req.query(name)
  const docs = account.quirks.isOn('whatomate.docs2025')
  const before = read('before_id') ?? (docs ? read('before') : undefined)
  const after = docs ? read('after') : undefined
  const hasCursor = Boolean(before || after)
  return { ...readPage(context), before, after, hasCursor, account: read('account') ?? accountName }
}

/** The body of a page, in the form of the server, of its older builds, or of the documents of 2025. */
function toBody({ quirks }: Account, { query, items, total }: { query: Query; items: unknown[]; total: number }) {
  const { page, limit, before, account } = query
  if (account !== accountName) return { messages: items, total, page, limit, has_more: false }
  if (quirks.isOn('whatomate.docs2025')) return { items, total, page, limit }
  if (before) return { messages: items, total, has_more: items.length === limit }
  const rest = total - (page - 1) * limit // The number of messages on the last page.
  const shownLimit = quirks.isOn('whatomate.shrunkLimit') && rest > 0 ? Math.min(limit, rest) : limit
  return { messages: items, total, page, limit: shownLimit, has_more: total - page * limit > 0 }
}

async function toItems(
  account: Account,
  { rows, person: { contactId } }: { rows: Message[]; person: PersonInChat },
): Promise<unknown[]> {
  const ids = rows.map(({ messageId }) => messageId)
  const extras = await listExtras(account.store.database, ids)
  return Promise.all(
    rows.map((message) => toMessage(account, { message, contactId, extras: extras.get(message.messageId) })),
  )
}

const isOf = (phone: string) => and(eq(messages.chatType, 'whatsapp'), eq(messages.chatId, phone))

async function count(database: Database, phone: string): Promise<number> {
  const [row] = await database.select({ count: sql<number>`count(*)` }).from(messages).where(isOf(phone))
  return row?.count ?? 0
}

/**
 * Lists a page counted from the end; the last one may be shorter, and later ones are empty. With a quirk, pages beyond the
 * last one contain everything, because a negative number is no limit in SQL.
 */
async function listPage(
  { store: { database }, quirks }: Account,
  { phone, page, limit, total }: { phone: string; page: number; limit: number; total: number },
): Promise<Message[]> {
  const offset = total - page * limit
  const size = offset < 0 ? limit + offset : limit
  return database
    .select()
    .from(messages)
    .where(isOf(phone))
    .orderBy(asc(messages.position))
    .limit(quirks.isOn('whatomate.wholePastEnd') ? size : Math.max(0, size))
    .offset(Math.max(0, offset))
}

async function listAround(
  database: Database,
  {
    phone,
    before,
    after,
    limit,
  }: { phone: string; before: string | undefined; after: string | undefined; limit: number },
): Promise<Message[]> {
  const [first, last] = await Promise.all([before, after].map((id) => getMessage(database, id ?? '')))
  const rows = await database
    .select()
    .from(messages)
    .where(
      and(
        isOf(phone),
        first && lt(messages.sentAt, first.sentAt),
        last && sql`${messages.position} > ${last.position}`,
      ),
    )
    .orderBy(desc(messages.position))
    .limit(limit)
  return rows.reverse()
}
