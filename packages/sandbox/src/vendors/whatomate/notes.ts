import { noteAnswerSchema, notesAnswerSchema } from '@crm-chat/vendors/whatomate'
import * as z from 'zod'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { answerSuccess, refuseWith } from './answerSuccess.ts'
import { addNote, changeNote, deleteNote, listNotes } from './contactNotes.ts'
import { toNote } from './toNote.ts'
import { withPerson } from './withPerson.ts'

const noteBodySchema = z.looseObject({ content: z.string().default('') })

/** Notes of the staff about a contact. @see Whatomate, "Conversation notes" */
export const notes: Route[] = [
  defineRoute({
    operation: 'whatomate.listNotes',
    method: 'GET',
    path: '/contacts/:id/notes',
    summary: 'List notes about a contact, oldest first',
    answers: { 200: { description: 'The newest notes, or those before one.', schema: notesAnswerSchema } },
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        const { account, context } = call
        const limit = readLimit(context.req.query('limit'))
        const before = context.req.query('before')
        const { notes: found, total, hasMore } = await listNotes(account.store, { contactId, before, limit })
        return answerSuccess(call, { notes: found.map(toNote), total, has_more: hasMore })
      }),
  }),
  defineRoute({
    operation: 'whatomate.createNote',
    method: 'POST',
    path: '/contacts/:id/notes',
    summary: 'Note something about a contact',
    body: noteBodySchema,
    answers: { 200: { description: 'The note.', schema: noteAnswerSchema } },
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        const { content } = call.body
        if (content.trim() === '') return call.refuse(contentRequired)
        return answerSuccess(call, toNote(await addNote(call.account.store, { contactId, content })))
      }),
  }),
  defineRoute({
    operation: 'whatomate.updateNote',
    method: 'PUT',
    path: '/contacts/:id/notes/:note_id',
    summary: 'Change a note',
    body: noteBodySchema,
    answers: { 200: { description: 'The note as it is now.', schema: noteAnswerSchema } },
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        const { content } = call.body
        if (content.trim() === '') return call.refuse(contentRequired)
        const note = await changeNote(call.account.store, { contactId, noteId: noteId(call), content })
        return note ? answerSuccess(call, toNote(note)) : call.refuse(noteNotFound)
      }),
  }),
  defineRoute({
    operation: 'whatomate.deleteNote',
    method: 'DELETE',
    path: '/contacts/:id/notes/:note_id',
    summary: 'Delete a note',
    answers: { 200: { description: 'The note is gone.' } },
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        const note = await deleteNote(call.account.store, { contactId, noteId: noteId(call) })
        return note ? answerSuccess(call, { message: 'Note deleted successfully' }) : call.refuse(noteNotFound)
      }),
  }),
]

const contentRequired = refuseWith(400, 'Content is required')
const noteNotFound = refuseWith(404, 'Note not found')

function noteId({ context }: Pick<Call, 'context'>): string {
  return context.req.param('note_id') ?? ''
}

/** Invalid values silently fall back to the default. */
function readLimit(text: string | undefined): number {
  const limit = /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0
  return limit >= 1 && limit <= 100 ? limit : 30
}
