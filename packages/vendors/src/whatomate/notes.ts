import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { paginate } from '../http/paginate.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WhatomateClient } from './client.ts'
import { contactPath } from './contactPath.ts'
import { doneAnswerSchema, enveloped, idSchema, textOrNoneSchema } from './envelope.ts'

/** A note about a contact, for the staff. No document on record shows one: all but these may be missing. */
export const noteSchema = z.looseObject({
  id: z.string().min(1),
  content: z.string(),
  created_by_name: textOrNoneSchema,
  created_at: textOrNoneSchema,
  updated_at: textOrNoneSchema,
})
/** A note about a contact, for the staff. */
export type Note = z.output<typeof noteSchema>

/** Answer of `GET /api/contacts/{id}/notes`. */
export const notesAnswerSchema = enveloped(
  z.looseObject({ notes: z.array(noteSchema), total: z.number().optional(), has_more: z.boolean().optional() }),
)
/** Answer of `POST /api/contacts/{id}/notes`. */
export const noteAnswerSchema = enveloped(noteSchema)

const contentSchema = z.object({ content: z.string().refine((text) => text.trim() !== '', 'a note has a text') })
const pageSize = 100

/**
 * The notes about a contact, from the newest back to the first (`GET /api/contacts/{id}/notes`).
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
      const { notes, has_more } = await sendRequest(client.http, {
        method: 'GET',
        path: `${contactPath(contact_id)}/notes`,
        query: { limit: pageSize, before },
        answer: notesAnswerSchema,
        signal: options.signal,
      })
      const oldest = notes[0]?.id
      const goesOn = has_more === true && oldest !== undefined && oldest !== before
      return { items: notes.toReversed(), next: goesOn ? { before: oldest } : undefined }
    },
  })
}

/**
 * Notes something about a contact (`POST /api/contacts/{id}/notes`).
 * @throws {OutcomeUnknownError} when no answer came: the note may be there.
 * @see Whatomate, "Conversation notes"
 */
export async function createNote(
  client: WhatomateClient,
  { contact_id, content }: { contact_id: string; content: string },
  options: CallOptions = {},
): Promise<Note> {
  const path = `${contactPath(contact_id)}/notes`
  const body = parseParameters(contentSchema, { content })
  return sendRequest(client.http, { method: 'POST', path, body, answer: noteAnswerSchema, ...options })
}

/** Names a note. */
export interface NoteKey {
  contact_id: string
  note_id: string
}

/**
 * Changes a note (`PUT /api/contacts/{id}/notes/{note_id}`).
 * @throws {VendorRequestError} with status 404 for a note that is not there.
 * @see Whatomate, "Conversation notes"
 */
export async function updateNote(
  client: WhatomateClient,
  { content, ...key }: NoteKey & { content: string },
  options: CallOptions = {},
): Promise<Note> {
  const body = parseParameters(contentSchema, { content })
  const request = { method: 'PUT', path: notePath(key), body, answer: noteAnswerSchema, idempotent: true } as const
  return sendRequest(client.http, { ...request, ...options })
}

/**
 * Deletes a note (`DELETE /api/contacts/{id}/notes/{note_id}`).
 * @throws {VendorRequestError} with status 404 for a note that is not there.
 * @see Whatomate, "Conversation notes"
 */
export async function deleteNote(client: WhatomateClient, key: NoteKey, options: CallOptions = {}): Promise<void> {
  const request = { method: 'DELETE', path: notePath(key), answer: doneAnswerSchema, idempotent: true } as const
  await sendRequest(client.http, { ...request, ...options })
}

function notePath({ contact_id, note_id }: NoteKey): string {
  return `${contactPath(contact_id)}/notes/${parseParameters(idSchema, note_id)}`
}
