import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Chat } from '../../store/chatTypes.ts'
import type { Database, Store } from '../../store/store.ts'
import { whatomateContacts } from './tables.ts'

/** Whatomate's contact of a WhatsApp chat. */
export type Person = typeof whatomateContacts.$inferSelect

/** A contact, with a summary of the chat. */
export interface PersonInChat extends Person {
  /** Unix milliseconds, as all times. */
  lastMessageAt: number | null
  lastInboundAt: number | null
  /** Number of incoming messages that no agent has read. */
  unread: number
}

/**
 * Adds a contact for each WhatsApp chat, as the server does with a customer's first message: for those that exist, and
 * for later ones before anybody else learns of them. @returns a function that ends it.
 */
export function startPeople(store: Store): () => void {
  const known = new Set<string>()
  knownPhones.set(store, known)
  const addMissing = (): void => {
    known.clear()
    for (const phone of listMissing(store)) addContact(store, phone)
  }
  const add = ({ chatType, chatId }: Chat, isFromCustomer = false): void => {
    if (chatType !== 'whatsapp' || known.has(chatId)) return
    addContact(store, chatId)
    if (isFromCustomer) restoreContact(store, chatId)
    else if (isDeleted(store, chatId)) return
    if (known.size < mostKnown) known.add(chatId)
  }
  addMissing()
  return store.changes.subscribe((change) => {
    if (change.kind === 'reset') addMissing()
    if (change.kind === 'message') add(change.message, change.message.direction === 'incoming')
    if (change.kind === 'chats') for (const chat of change.chats) add(chat)
  })
}

/** Phone numbers of each store whose contacts exist and are not deleted. */
const knownPhones = new WeakMap<Store, Set<string>>()

/** Number of phone numbers remembered, so that not every message looks for its contact. */
const mostKnown = 100_000

function listMissing({ connection }: Store): string[] {
  const rows = connection.read({
    sql: `SELECT chat_id FROM chats
      WHERE chat_type = 'whatsapp' AND chat_id NOT IN (SELECT phone FROM whatomate_contacts)`,
  })
  return rows.map(([phone]) => String(phone))
}

function addContact({ connection, clock, ids }: Store, phone: string): void {
  connection.write({
    sql: `INSERT INTO whatomate_contacts
        (contact_id, phone, profile_name, tags, marketing_opt_out, created_at, updated_at)
      SELECT ?, chat_id, name, '[]', 0, created_at, ? FROM chats WHERE chat_type = 'whatsapp' AND chat_id = ?
      ON CONFLICT DO NOTHING`,
    values: [ids.named('contact', phone), clock.now(), phone],
  })
}

/** Restores a deleted contact, with its id and all that belongs to it. */
function restoreContact({ connection, clock }: Store, phone: string): void {
  connection.write({
    sql: `UPDATE whatomate_contacts SET deleted_at = NULL, updated_at = ? WHERE phone = ? AND deleted_at IS NOT NULL`,
    values: [clock.now(), phone],
  })
}

function isDeleted({ connection }: Store, phone: string): boolean {
  const sql = 'SELECT 1 FROM whatomate_contacts WHERE phone = ? AND deleted_at IS NOT NULL'
  return connection.readOne({ sql, values: [phone] }) !== undefined
}

/** Deletes a contact until its customer writes again. */
export async function deletePerson(store: Store, contactId: string): Promise<void> {
  const [person] = await store.database
    .select({ phone: whatomateContacts.phone })
    .from(whatomateContacts)
    .where(eq(whatomateContacts.contactId, contactId))
  await changePerson(store, { contactId, deletedAt: store.clock.now() })
  if (person) knownPhones.get(store)?.delete(person.phone)
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
