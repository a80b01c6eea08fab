import { randomUUID } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import type { NewNote, Note, NoteChange, NotesQuery } from '../../api/note.ts'
import type { Page } from '../../api/page.ts'
import type { Actor } from '../../api/role.ts'
import { recordActivity } from '../activity/recordActivity.ts'
import { readContact } from '../contacts/contacts.ts'
import { readDeal } from '../deals/deals.ts'
import { ApiError } from '../errors.ts'
import type { ItemKind, StoredItem } from '../items/itemKind.ts'
import { requireCurrent } from '../items/requireCurrent.ts'
import { requireVisible, requireWrite } from '../items/rights.ts'
import { saveChange } from '../items/saveChange.ts'
import { keyset, toPage } from '../lists/keyset.ts'
import { defaultLimit } from '../lists/readQuery.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { type Database, notes } from '../store/schema.ts'

/** A note as an item: its author owns it. */
export type NoteItem = Note & StoredItem

/** Notes as items. */
export const noteKind: ItemKind<NoteItem> = {
  kind: 'note',
  table: notes,
  describe: ({ id, text, contactId, dealId }) => ({ itemId: id, itemName: toName(text), contactId, dealId }),
}

/** Lists the notes on a contact and its deals, or on a deal, the latest first. @throws {ApiError} unless the user may see that */
export async function listNotes(
  database: Database,
  { user, query: { contactId, dealId, after, limit = defaultLimit } }: { user: Actor; query: NotesQuery },
): Promise<Page<Note>> {
  const links = await readLinks(database, { user, contactId, dealId })
  const isOn = dealId === undefined ? eq(notes.contactId, links.contactId) : eq(notes.dealId, dealId)
  const isListed = and(isNull(notes.deletedAt), isOn)
  const { isAfter, orderBy, place } = keyset({ columns: [notes.createdAt, notes.id], order: 'desc', after })
  const found = await database
    .select({ note: notes, place })
    .from(notes)
    .where(and(isListed, isAfter))
    .orderBy(...orderBy)
    .limit(limit + 1)
  const [{ total } = { total: 0 }] = await database.select({ total: count() }).from(notes).where(isListed)
  const { rows, next } = toPage({ rows: found, limit, total })
  return { items: rows.map(({ note }) => note), total, next }
}

/** Reads a note of which the user may see the contact or the deal, a deleted one too. @throws {ApiError} `not_found` */
export async function readNote(database: Database, { user, id }: { user: Actor; id: string }): Promise<NoteItem> {
  const [note] = await database.select().from(notes).where(eq(notes.id, id))
  if (!note) throw new ApiError({ code: 'not_found', message: 'There is no such note.' })
  await readLinks(database, { user, contactId: note.contactId ?? undefined, dealId: note.dealId ?? undefined })
  return { ...note, responsibleUserId: note.authorId }
}

/** Adds a note. One on a deal is also one on the deal's contact. @returns its id @throws {ApiError} */
export async function createNote(
  { database, now }: SessionStore,
  { user, note }: { user: Actor; note: NewNote },
): Promise<string> {
  requireWrite(user)
  const links = await readLinks(database, {
    user,
    contactId: 'contactId' in note ? note.contactId : undefined,
    dealId: 'dealId' in note ? note.dealId : undefined,
  })
  const [id, at] = [randomUUID(), now()]
  const { text } = note
  await saveChange(database, {
    statements: [
      database.insert(notes).values({ id, createdAt: at, updatedAt: at, authorId: user.id, text, ...links }),
      recordActivity(database, {
        ...links,
        itemId: id,
        itemName: toName(text),
        userId: user.id,
        at,
        itemKind: 'note',
        action: 'created',
      }),
    ],
  })
  return id
}

/** Changes the text of a note. @throws {ApiError} `conflict` for a stale version */
export async function changeNote(
  { database, now }: SessionStore,
  { user, note, change: { version, text } }: { user: Actor; note: NoteItem; change: NoteChange },
): Promise<void> {
  const readCurrent = async (): Promise<unknown> => ({ note: await readNote(database, { user, id: note.id }) })
  await requireCurrent({ user, item: note, version, readCurrent })
  const at = now()
  await saveChange(database, {
    statements: [
      database
        .update(notes)
        .set({ text, updatedAt: at, version: version + 1 })
        .where(eq(notes.id, note.id)),
      recordActivity(database, {
        ...noteKind.describe({ ...note, text }),
        userId: user.id,
        at,
        itemKind: 'note',
        action: 'changed',
        fields: ['text'],
      }),
    ],
    readCurrent,
  })
}

/** Returns the contact and the deal of a note. @throws {ApiError} unless the user may see the deal, or else the contact */
async function readLinks(
  database: Database,
  { user, contactId, dealId }: { user: Actor; contactId: string | undefined; dealId: string | undefined },
): Promise<{ contactId: string; dealId: string | null }> {
  if (dealId !== undefined) {
    const deal = requireVisible(user, { item: await readDeal(database, dealId), name: 'deal' })
    return { contactId: contactId ?? deal.contactId, dealId }
  }
  const contact = contactId === undefined ? undefined : await readContact(database, contactId)
  return { contactId: requireVisible(user, { item: contact, name: 'contact' }).id, dealId: null }
}

function toName(text: string): string {
  const [first = ''] = text.split('\n')
  return first.slice(0, 100)
}
