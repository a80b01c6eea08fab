import {
  contactsRequestSchema,
  listQuerySchema,
  type StoredContact,
  storedContactSchema,
} from '@crm-chat/vendors/wazzup-v2'
import * as z from 'zod'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import { entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Contact, deleteContacts, getContact, listContacts, saveContacts } from '../../store/entities/contacts.ts'
import { toV2ChatId } from './toV2ChatId.ts'

/** `/v2/contacts`. @see CRM API V2, "Working with contacts" */
export const contacts: Route[] = [
  defineRoute({
    operation: 'wazzup-v2.listContacts',
    method: 'GET',
    path: '/contacts',
    summary: 'List contacts, 100 at a time',
    query: listQuerySchema,
    answers: { 200: { description: 'A page of the contacts.', schema: z.array(storedContactSchema) } },
    async handle({ account, query, context }) {
      const { items } = await listContacts(account.store.database, query)
      return context.json(items.map((contact) => toContact({ contact, quirks: account.quirks })))
    },
  }),
  ...entityRoutes({
    vendor: 'wazzup-v2',
    name: 'Contact',
    schema: storedContactSchema,
    get: getContact,
    toAnswer: (contact, { quirks }) => toContact({ contact, quirks }),
    remove: deleteContacts,
    removal: 'Remove a contact; its dialogue stays',
    answerRemoved: ({ context }) => context.body(null, 200),
  }),
  defineRoute({
    operation: 'wazzup-v2.saveContacts',
    method: 'PATCH',
    path: '/contacts',
    summary: 'Add or replace contacts',
    body: contactsRequestSchema,
    answers: { 200: { description: 'The contacts are saved.' } },
    async handle({ account, body, context }) {
      await saveContacts(account.store, body)
      return context.body(null, 200)
    },
  }),
]

function toContact({ contact, quirks }: { contact: Contact; quirks: Quirks }): Omit<StoredContact, 'chats'> {
  const { id, responsibleUserId, name, deals } = contact
  const chats = contact.chats.map(({ chatType, chatId }) => ({ chatType, chatId: toV2ChatId({ chatId, quirks }) }))
  return { id, responsibleUserId, name, chats, deals }
}
