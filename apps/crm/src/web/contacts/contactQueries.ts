import * as z from 'zod/mini'
import {
  type Contact,
  type ContactChange,
  type ContactsQuery,
  contactResponseSchema,
  contactsResponseSchema,
  type NewContact,
} from '../../api/contact.ts'
import { createItemQueries } from '../items/createItemQueries.ts'

/** The queries and requests of contacts. */
export const contactQueries = createItemQueries<Contact, ContactsQuery, NewContact, ContactChange>({
  kind: 'contacts',
  page: contactsResponseSchema,
  item: z.pipe(
    contactResponseSchema,
    z.transform(({ contact }) => contact),
  ),
})
