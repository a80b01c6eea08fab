import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { paginate } from '../http/paginate.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { contactParamsSchema } from './contacts.ts'
import { enveloped, idSchema, textOrNoneSchema } from './envelope.ts'

/** A note about a contact, for the staff. Undocumented: all other fields may be missing. */
export const noteSchema = z.looseObject({
  id: z.string().min(1),
  content: z.string(),
  created_by_name: textOrNoneSchema,
  created_at: textOrNoneSchema,
  updated_at: textOrNoneSchema,
})
/** A note about a contact, for the staff. */
export type Note = z.output<typeof noteSchema>

/** Response of `GET /api/contacts/{id}/notes`. */
export const notesAnswerSchema = enveloped(
  z.looseObject({ notes: z.array(noteSchema), total: z.number().optional(), has_more: z.boolean().optional() }),
)
/** Response of `POST /api/contacts/{id}/notes`. */
export const noteAnswerSchema = enveloped(noteSchema)

const contentSchema = z.object({ content: z.string().refine((text) => text.trim() !== '', 'a note needs a text') })
const noteParamsSchema = z.object({ id: idSchema, note_id: idSchema })
const pageSize = 100

/** Endpoint of {@link listNotes}. */
export const listNotesEndpoint = defineEndpoint({
  operation: 'whatomate.listNotes',
  method: 'GET',
  path: '/api/contacts/:id/notes',
  summary: 'List notes about a contact, oldest first',
  params: contactParamsSchema,
  response: { description: 'The newest notes, or those before one.', schema: notesAnswerSchema },
})

/**
 * Walks through the notes about a contact, newest first (`GET /api/contacts/{id}/notes`).
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Conversation notes"
 */
export function listNotes(
  client: WhatomateClient,
  { contact_id }: { contact_id: string },
  options: CallOptions = {},
): AsyncGenerator<Note> {
  const start: { before: string | undefined } = { before: undefined }
  return paginate({
    start,
    async fetchPage({ before }) {
      const { notes, has_more } = await send(client.http, listNotesEndpoint, {
        params: { id: contact_id },
        query: { limit: pageSize, before },
        signal: options.signal,
      })
      const oldest = notes[0]?.id
      const goesOn = has_more === true && oldest !== undefined && oldest !== before
      return { items: notes.toReversed(), next: goesOn ? { before: oldest } : undefined }
    },
  })
}

/** Endpoint of {@link createNote}. */
export const createNoteEndpoint = defineEndpoint({
  operation: 'whatomate.createNote',
  method: 'POST',
  path: '/api/contacts/:id/notes',
  summary: 'Note something about a contact',
  params: contactParamsSchema,
  body: contentSchema,
  response: { description: 'The note.', schema: noteAnswerSchema },
})

/**
 * Adds a note about a contact (`POST /api/contacts/{id}/notes`).
 * @throws {OutcomeUnknownError} without a response: the note may exist.
 * @see Whatomate, "Conversation notes"
 */
export async function createNote(
  client: WhatomateClient,
  { contact_id, content }: { contact_id: string; content: string },
  options: CallOptions = {},
): Promise<Note> {
  return send(client.http, createNoteEndpoint, { params: { id: contact_id }, body: { content }, ...options })
}

/** Names a note. */
export interface NoteKey {
  contact_id: string
  note_id: string
}

/** Endpoint of {@link updateNote}. */
export const updateNoteEndpoint = defineEndpoint({
  operation: 'whatomate.updateNote',
  method: 'PUT',
  path: '/api/contacts/:id/notes/:note_id',
  summary: 'Change a note',
  params: noteParamsSchema,
  body: contentSchema,
  response: { description: 'The note as it is now.', schema: noteAnswerSchema },
  idempotent: true,
})

/**
 * Changes a note (`PUT /api/contacts/{id}/notes/{note_id}`).
 * @throws {VendorRequestError} with status 404 for a note that does not exist.
 * @see Whatomate, "Conversation notes"
 */
export async function updateNote(
  client: WhatomateClient,
  { contact_id, note_id, content }: NoteKey & { content: string },
  options: CallOptions = {},
): Promise<Note> {
  return send(client.http, updateNoteEndpoint, { params: { id: contact_id, note_id }, body: { content }, ...options })
}

/** Endpoint of {@link deleteNote}. */
export const deleteNoteEndpoint = defineEndpoint({
  operation: 'whatomate.deleteNote',
  method: 'DELETE',
  path: '/api/contacts/:id/notes/:note_id',
  summary: 'Delete a note',
  params: noteParamsSchema,
  response: { description: 'The note is gone.' },
  idempotent: true,
})

/**
 * Deletes a note (`DELETE /api/contacts/{id}/notes/{note_id}`).
 * @throws {VendorRequestError} with status 404 for a note that does not exist.
 * @see Whatomate, "Conversation notes"
 */
export async function deleteNote(
  client: WhatomateClient,
  { contact_id, note_id }: NoteKey,
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, deleteNoteEndpoint, { params: { id: contact_id, note_id }, ...options })
}
