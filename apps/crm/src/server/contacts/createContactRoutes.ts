import { Hono } from 'hono'
import { newContactSchema } from '../../api/oldContact.ts'
import { ApiError } from '../errors.ts'
import { readBody } from '../http/readBody.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { OwnedContact } from '../store/schema.ts'
import { getContact, listContacts, withoutOwner } from './contacts.ts'
import { createContact } from './createContact.ts'

/** Options of {@link createContactRoutes}. */
export interface ContactRoutesOptions {
  store: SessionStore
  /** Called with every new contact. */
  onCreate: (contact: OwnedContact) => void
}

/** Creates the routes of a user's contacts. Another user's contact counts as missing. */
export function createContactRoutes({ store, onCreate }: ContactRoutesOptions): Hono<UserVariables> {
  const { database } = store
  return new Hono<UserVariables>()
    .use(requireUser(store))
    .get('/', async (context) => {
      const userId = context.var.user.id
      const search = context.req.query('search')?.slice(0, 100)
      return context.json({ contacts: await listContacts(database, { userId, search }) })
    })
    .get('/:id', async (context) => {
      const contact = await getContact(database, { userId: context.var.user.id, id: context.req.param('id') })
      if (!contact) throw new ApiError({ code: 'not_found', message: 'You have no such contact.' })
      return context.json({ contact })
    })
    .post('/', async (context) => {
      const contact = await readBody(context, newContactSchema)
      const created = await createContact(database, { userId: context.var.user.id, contact })
      onCreate(created)
      return context.json({ contact: withoutOwner(created) }, 201)
    })
}
