import { and, eq, exists, isNull, not, sql } from 'drizzle-orm'
import { chats } from '../../store/schema.ts'
import type { Database, Store } from '../../store/store.ts'
import { whatomateContacts } from './tables.ts'

/** Whatomate's contact of a WhatsApp chat. */
export type Person = typeof whatomateContacts.$inferSelect

/** A contact, with a summary of the chat. */
export interface PersonInChat extends Person {
  /** Unix milliseconds, as all times. */
  lastMessageAt: number | null
  lastInboundAt: number | null
  /** Incoming messages that no member of staff has read. */
  unread: number
}

/** Makes a contact of everybody who has a WhatsApp chat and is none yet: the server does so with the first message. */
async function ensurePeople({ database, clock, ids }: Store): Promise<void> {
  const isKnown = exists(database.select().from(whatomateContacts).where(eq(whatomateContacts.phone, chats.chatId)))
  const missing = await database
    .select()
    .from(chats)
    .where(and(eq(chats.chatType, 'whatsapp'), not(isKnown)))
  const fields = { tags: [], marketingOptOut: false, updatedAt: clock.now() }
  for (const { chatId: phone, name: profileName, createdAt } of missing) {
    const contactId = ids.named('contact', phone)
    await database
      .insert(whatomateContacts)
      .values({ contactId, phone, profileName, createdAt, ...fields })
      .onConflictDoNothing()
  }
}

/** Adds a contact, or restores a deleted one. @returns `undefined` if the phone number is taken. */
export async function addPerson(
  { database, clock, ids }: Store,
  { phone, ...given }: { phone: string } & Partial<Pick<Person, 'profileName' | 'tags' | 'metadata'>>,
): Promise<Person | undefined> {
  const now = clock.now()
  const fields = { profileName: given.profileName ?? phone, tags: given.tags ?? [], metadata: given.metadata ?? null }
  const [person] = await database
    .insert(whatomateContacts)
    .values({
      contactId: ids.named('contact', phone),
      phone,
      ...fields,
      marketingOptOut: false,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: whatomateContacts.phone,
      set: { ...fields, deletedAt: null, updatedAt: now },
      setWhere: sql`${whatomateContacts.deletedAt} IS NOT NULL`,
    })
    .returning()
  return person
}

/** A contact by id or phone number, unless deleted. */
export async function getPerson(
  store: Store,
  key: { contactId: string } | { phone: string },
): Promise<PersonInChat | undefined> {
  await ensurePeople(store)
  const is = 'phone' in key ? eq(whatomateContacts.phone, key.phone) : eq(whatomateContacts.contactId, key.contactId)
  const [person] = await selectPeople(store.database).where(and(is, isNull(whatomateContacts.deletedAt)))
  return person
}

/** Parameters of {@link listPeople}. */
export interface PeopleQuery {
  page: number
  limit: number
  /** Part of a phone number or name. */
  search?: string | undefined
  /** Any of these. */
  tags?: string[] | undefined
  /** Compares names case-sensitively. */
  caseSensitive?: boolean
  /** Only contacts assigned to, or handed over to, this user. @default all */
  visibleTo?: string | undefined
}

/** A page of contacts, ordered by their newest message. */
export async function listPeople(
  store: Store,
  { page, limit, search = '', tags = [], caseSensitive = false, visibleTo }: PeopleQuery,
): Promise<{ people: PersonInChat[]; total: number }> {
  await ensurePeople(store)
  const like = `%${search.slice(0, 1_000)}%`
  const within = and(
    isNull(whatomateContacts.deletedAt),
    search === ''
      ? undefined
      : sql`(phone LIKE ${like} OR ${caseSensitive ? sql`instr(profile_name, ${search}) > 0` : sql`profile_name LIKE ${like}`})`,
    visibleTo === undefined ? undefined : isVisibleTo(visibleTo),
    tags.length === 0 ? undefined : sql`EXISTS (SELECT 1 FROM json_each(tags) AS tag WHERE tag.value IN ${tags})`,
  )
  const [counted] = await store.database.select({ total: sql<number>`count(*)` }).from(whatomateContacts).where(within)
  const people = await selectPeople(store.database)
    .where(within)
    .orderBy(sql`${lastAt} DESC NULLS LAST`, sql`created_at DESC`, sql`contact_id`)
    .limit(limit)
    .offset((page - 1) * limit)
  return { people, total: counted?.total ?? 0 }
}

/** Changes a contact; missing fields stay. */
export async function changePerson(
  { database, clock }: Store,
  { contactId, ...set }: { contactId: string } & Partial<typeof whatomateContacts.$inferInsert>,
): Promise<void> {
  await database
    .update(whatomateContacts)
    .set({ ...set, updatedAt: clock.now() })
    .where(eq(whatomateContacts.contactId, contactId))
}

function selectPeople(database: Database) {
  return database
    .select({
      contactId: whatomateContacts.contactId,
      phone: whatomateContacts.phone,
      profileName: whatomateContacts.profileName,
      tags: whatomateContacts.tags,
      metadata: whatomateContacts.metadata,
      assignedUserId: whatomateContacts.assignedUserId,
      marketingOptOut: whatomateContacts.marketingOptOut,
      deletedAt: whatomateContacts.deletedAt,
      createdAt: whatomateContacts.createdAt,
      updatedAt: whatomateContacts.updatedAt,
      lastMessageAt: lastAt,
      lastInboundAt: sql<number | null>`(SELECT max(messages.sent_at) ${inChat} AND messages.direction = 'incoming')`,
      unread: sql<number>`(SELECT count(*) ${inChat} AND messages.direction = 'incoming' AND NOT EXISTS (
        SELECT 1 FROM whatomate_messages
        WHERE whatomate_messages.message_id = messages.message_id AND whatomate_messages.read_at IS NOT NULL))`,
    })
    .from(whatomateContacts)
}

function isVisibleTo(userId: string) {
  return sql`(assigned_user_id = ${userId} OR EXISTS (SELECT 1 FROM whatomate_transfers
    WHERE whatomate_transfers.phone = whatomate_contacts.phone AND status = 'active' AND agent_id = ${userId}))`
}

const inChat = sql`FROM messages WHERE messages.chat_type = 'whatsapp' AND messages.chat_id = whatomate_contacts.phone`
const lastAt = sql<number | null>`(SELECT max(messages.sent_at) ${inChat})`
