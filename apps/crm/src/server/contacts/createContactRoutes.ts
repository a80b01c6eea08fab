import { Hono } from 'hono'
import { bulkRequestSchema } from '../../api/bulk.ts'
import { type Contact, contactChangeSchema, contactsQuerySchema, newContactSchema } from '../../api/contact.ts'
import { importRequestSchema } from '../../api/contactImport.ts'
import type { User } from '../../api/user.ts'
import { readBody } from '../http/readBody.ts'
import { changeMany } from '../items/changeMany.ts'
import { requireVisible } from '../items/rights.ts'
import { setDeleted } from '../items/setDeleted.ts'
import { readQuery } from '../lists/readQuery.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { changeContact } from './changeContact.ts'
import { contactKind, readContact, readContacts } from './contacts.ts'
import { createContact } from './createContact.ts'
import { exportContacts } from './exportContacts.ts'
import { importContacts } from './import/importContacts.ts'
import { listContacts } from './listContacts.ts'

/** Creates the routes of contacts. A contact that the user may not see counts as missing. */
export function createContactRoutes(store: SessionStore): Hono<UserVariables> {
  const { database } = store

  async function find({ user, id }: { user: User; id: string }): Promise<Contact> {
    return requireVisible(user, { item: await readContact(database, id), name: 'contact' })
  }

  async function respond(id: string): Promise<{ contact: Contact | undefined }> {
    return { contact: await readContact(database, id) }
  }

  async function toggle({ user, id, action }: { user: User; id: string; action: 'delete' | 'restore' }) {
    const readCurrent = async (): Promise<unknown> => ({ contact: await readContact(database, id) })
    await setDeleted(store, contactKind, { user, item: await find({ user, id }), action, readCurrent })
    return respond(id)
  }

  return new Hono<UserVariables>()
    .use(requireUser(store))
    .get('/', async (context) => {
      const query = readQuery(context, contactsQuerySchema)
      return context.json(await listContacts(database, { user: context.var.user, query }))
    })
    .get('/export', async (context) => {
      const query = readQuery(context, contactsQuerySchema)
      const csv = await exportContacts(database, { user: context.var.user, query })
      context.header('content-disposition', 'attachment; filename="contacts.csv"')
      return context.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8' })
    })
    .get('/:id', async (context) => {
      const { user } = context.var
      return context.json({ contact: await find({ user, id: context.req.param('id') }) })
    })
    .post('/', async (context) => {
      const contact = await readBody(context, newContactSchema)
      const id = await createContact(store, { user: context.var.user, contact })
      return context.json(await respond(id), 201)
    })
    .post('/bulk', async (context) => {
      const request = await readBody(context, bulkRequestSchema)
      const rows = await readContacts(database, request.ids)
      return context.json(await changeMany(store, contactKind, { user: context.var.user, request, rows }))
    })
    .post('/import', async (context) => {
      const request = await readBody(context, importRequestSchema)
      const { response } = await importContacts(store, { user: context.var.user, request })
      return context.json(response)
    })
    .patch('/:id', async (context) => {
      const { user } = context.var
      const contact = await find({ user, id: context.req.param('id') })
      await changeContact(store, { user, contact, change: await readBody(context, contactChangeSchema) })
      return context.json(await respond(contact.id))
    })
    .delete('/:id', async (context) =>
      context.json(await toggle({ user: context.var.user, id: context.req.param('id'), action: 'delete' })),
    )
    .post('/:id/restore', async (context) =>
      context.json(await toggle({ user: context.var.user, id: context.req.param('id'), action: 'restore' })),
    )
}
