import { Hono } from 'hono'
import { type Note, newNoteSchema, noteChangeSchema, notesQuerySchema } from '../../api/note.ts'
import type { Actor } from '../../api/role.ts'
import { readBody } from '../http/readBody.ts'
import { setDeleted } from '../items/setDeleted.ts'
import { readQuery } from '../lists/readQuery.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { changeNote, createNote, listNotes, noteKind, readNote } from './notes.ts'

/** Creates the routes of notes. Whoever sees a contact or a deal sees its notes. */
export function createNoteRoutes(store: SessionStore): Hono<UserVariables> {
  const { database } = store

  async function respond(user: Actor, id: string): Promise<{ note: Note }> {
    return { note: await readNote(database, { user, id }) }
  }

  async function toggle(user: Actor, { id, action }: { id: string; action: 'delete' | 'restore' }) {
    const item = await readNote(database, { user, id })
    await setDeleted(store, noteKind, { user, item, action, readCurrent: () => respond(user, id) })
    return respond(user, id)
  }

  return new Hono<UserVariables>()
    .use(requireUser(store))
    .get('/', async (context) => {
      const query = readQuery(context, notesQuerySchema)
      return context.json(await listNotes(database, { user: context.var.user, query }))
    })
    .post('/', async (context) => {
      const { user } = context.var
      const id = await createNote(store, { user, note: await readBody(context, newNoteSchema) })
      return context.json(await respond(user, id), 201)
    })
    .patch('/:id', async (context) => {
      const { user } = context.var
      const note = await readNote(database, { user, id: context.req.param('id') })
      await changeNote(store, { user, note, change: await readBody(context, noteChangeSchema) })
      return context.json(await respond(user, note.id))
    })
    .delete('/:id', async (context) =>
      context.json(await toggle(context.var.user, { id: context.req.param('id'), action: 'delete' })),
    )
    .post('/:id/restore', async (context) =>
      context.json(await toggle(context.var.user, { id: context.req.param('id'), action: 'restore' })),
    )
}
