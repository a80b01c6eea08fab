import { whatomate } from '@crm-chat/vendors/endpoints'
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { getMessage } from '../../store/entities/messages.ts'
import { type Message, messages } from '../../store/schema.ts'
import type { Database } from '../../store/store.ts'
import { answerSuccess } from './answerSuccess.ts'
import { listExtras, markReadByStaff } from './messageExtras.ts'
import type { PersonInChat } from './people.ts'
import { readPage } from './readPage.ts'
import { toMessage } from './toMessage.ts'
import { accountName } from './whatsappAccount.ts'
import { withPerson } from './withPerson.ts'

/** A conversation, a page at a time. @see Whatomate, "Messages" */
export const conversation: Route[] = [
  defineRoute({
    endpoint: whatomate.fetchMessages,
    handle: (call) => withPerson(call, (person) => answerPage(call, person)),
  }),
]

/**
 * Without a cursor the newest page, which marks everything as read; with one what is older, which marks nothing. A
 * cursor that is no message's gives the newest page and marks nothing.
 */
async function answerPage(call: Pick<Call, 'account' | 'context'>, person: PersonInChat): Promise<Response> {
  const { account, context } = call
  const { database } = account.store
  const docs = account.quirks.isOn('whatomate.docs2025')
  const { page, limit } = readPage(context)
  const whole = account.quirks.isOn('whatomate.wholePastEnd')
  const before = context.req.query('before_id') ?? (docs ? context.req.query('before') : undefined)
  const after = docs ? context.req.query('after') : undefined
  if ((context.req.query('account') ?? accountName) !== accountName)
    return answerSuccess(call, { messages: [], total: 0, page, limit, has_more: false })
  const total = await count(database, person.phone)
  const cut =
    before || after
      ? await listAround(database, { phone: person.phone, before, after, limit })
      : await listPage(database, { phone: person.phone, page, limit, total, whole })
  const extras = await listExtras(
    database,
    cut.map(({ messageId }) => messageId),
  )
  const items = await Promise.all(
    cut.map((message) =>
      toMessage(account, { message, contactId: person.contactId, extras: extras.get(message.messageId) }),
    ),
  )
  if (!before && !after) await markReadByStaff(account.store, person.phone)
  if (docs) return answerSuccess(call, { items, total, page, limit })
  const has_more = before ? cut.length === limit : total - page * limit > 0
  const rest = total - (page - 1) * limit // What the last page has.
  const told = account.quirks.isOn('whatomate.shrunkLimit') && rest > 0 ? Math.min(limit, rest) : limit
  return answerSuccess(call, { messages: items, total, ...(before ? {} : { page, limit: told }), has_more })
}

const isOf = (phone: string) => and(eq(messages.chatType, 'whatsapp'), eq(messages.chatId, phone))

async function count(database: Database, phone: string): Promise<number> {
  const [row] = await database.select({ count: sql<number>`count(*)` }).from(messages).where(isOf(phone))
  return row?.count ?? 0
}

/**
 * Pages are counted from the end; the last one may be shorter, and beyond it there is nothing. With a quirk there is
 * everything, since a number below 0 is no limit.
 */
function listPage(
  database: Database,
  { phone, page, limit, total, whole }: { phone: string; page: number; limit: number; total: number; whole: boolean },
): Promise<Message[]> {
  const offset = total - page * limit
  const size = offset < 0 ? limit + offset : limit
  return database
    .select()
    .from(messages)
    .where(isOf(phone))
    .orderBy(asc(messages.position))
    .limit(whole ? size : Math.max(0, size))
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
