import { and, count, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { Store } from '../../store/store.ts'
import { type Note, whatomateNotes } from './tables.ts'
import { toTime } from './toContact.ts'
import { findUser } from './users.ts'

/** Adds a note. */
export async function addNote(
  store: Store,
  { contactId, content, createdBy }: Pick<Note, 'contactId' | 'content' | 'createdBy'>,
): Promise<Note> {
  const now = store.clock.now()
  const note = {
    noteId: store.ids.next('note'),
    contactId,
    content,
    createdBy,
    createdAt: now,
    updatedAt: now,
  }
  await store.database.insert(whatomateNotes).values(note)
  store.changes.publish({ kind: 'note', event: 'created', note })
  return note
}

/** Changes the content of a note. @returns nothing if the contact has no such note */
export async function changeNote(
  store: Store,
  { content, ...key }: NoteKey & Pick<Note, 'content'>,
): Promise<Note | undefined> {
  const set = { content, updatedAt: store.clock.now() }
  const [note] = await store.database.update(whatomateNotes).set(set).where(isNote(key)).returning()
  if (note) store.changes.publish({ kind: 'note', event: 'updated', note })
  return note
}

/** Deletes a note. @returns nothing if the contact has no such note */
export async function deleteNote(store: Store, key: NoteKey): Promise<Note | undefined> {
  const [note] = await store.database.delete(whatomateNotes).where(isNote(key)).returning()
  if (note) store.changes.publish({ kind: 'note', event: 'deleted', note })
  return note
}

/** The newest notes of a contact, optionally before a given one, in the order of their creation. */
export async function listNotes(
  { database }: Store,
  { contactId, before, limit }: { contactId: string; before?: string | undefined; limit: number },
): Promise<{ notes: Note[]; total: number; hasMore: boolean }> {
  const within = eq(whatomateNotes.contactId, contactId)
  const [cursor] = before
    ? await database
        .select()
        .from(whatomateNotes)
        .where(isNote({ contactId, noteId: before }))
    : []
  const [counted] = await database.select({ total: count() }).from(whatomateNotes).where(within)
  const found = await database
    .select()
    .from(whatomateNotes)
    .where(and(within, cursor && isBefore(cursor)))
    .orderBy(desc(whatomateNotes.createdAt), sql`rowid DESC`)
    .limit(limit + 1)
  return { notes: found.slice(0, limit).reverse(), total: counted?.total ?? 0, hasMore: found.length > limit }
}

/** Identifies a note of a contact. */
type NoteKey = Pick<Note, 'contactId' | 'noteId'>

function isNote({ contactId, noteId }: NoteKey) {
  return and(eq(whatomateNotes.contactId, contactId), eq(whatomateNotes.noteId, noteId))
}

function isBefore({ createdAt, noteId }: Note) {
  const rowid = sql`(SELECT rowid FROM whatomate_notes WHERE note_id = ${noteId})`
  return or(
    lt(whatomateNotes.createdAt, createdAt),
    and(eq(whatomateNotes.createdAt, createdAt), sql`rowid < ${rowid}`),
  )
}

/** Converts a note for responses and events. */
export function toNote({ noteId, contactId, content, createdBy, createdAt, updatedAt }: Note) {
  return {
    id: noteId,
    contact_id: contactId,
    content,
    created_by_id: createdBy,
    created_by_name: findUser(createdBy)?.name ?? '',
    created_at: toTime(createdAt),
    updated_at: toTime(updatedAt),
  }
}
