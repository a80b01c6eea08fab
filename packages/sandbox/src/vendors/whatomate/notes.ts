import { whatomate } from '@crm-chat/vendors/endpoints'
import * as z from 'zod'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { getActor } from './actor.ts'
import { addNote, changeNote, deleteNote, listNotes, toNote } from './contactNotes.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { withPerson } from './withPerson.ts'

const noteBodySchema = z.looseObject({ content: z.string().default('') })

/** Agents' notes about a contact. @see Whatomate, "Conversation notes" */
export const notes: Route[] = [
  defineRoute({
    endpoint: whatomate.listNotes,
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        const { account, context } = call
        const limit = readLimit(context.req.query('limit'))
        const before = context.req.query('before')
        const { notes: found, total, hasMore } = await listNotes(account.store, { contactId, before, limit })
        return respondSuccess(call, { notes: found.map(toNote), total, has_more: hasMore })
      }),
  }),
  defineRoute({
    endpoint: whatomate.createNote,
    body: noteBodySchema,
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        const { content } = call.body
        if (content.trim() === '') return call.refuse(contentRequired)
        const createdBy = getActor(call).user.userId
        return respondSuccess(call, toNote(await addNote(call.account.store, { contactId, content, createdBy })))
      }),
  }),
  defineRoute({
    endpoint: whatomate.updateNote,
    body: noteBodySchema,
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        const { content } = call.body
        if (content.trim() === '') return call.refuse(contentRequired)
        const note = await changeNote(call.account.store, { contactId, noteId: noteId(call), content })
        return note ? respondSuccess(call, toNote(note)) : call.refuse(noteNotFound)
      }),
  }),
  defineRoute({
    endpoint: whatomate.deleteNote,
    handle: (call) =>
      withPerson(call, async ({ contactId }) => {
        const note = await deleteNote(call.account.store, { contactId, noteId: noteId(call) })
        return note ? respondSuccess(call, { message: 'Note deleted successfully' }) : call.refuse(noteNotFound)
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
