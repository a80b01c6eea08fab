import { contactSchema, storedContactSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import { defineRoute, type Route } from '../routes/route.ts'
import { type Contact, deleteContacts, getContact, listContacts, saveContacts } from '../store/contacts.ts'
import {
  answerBulkDelete,
  answerDone,
  idsSchema,
  notFound,
  offsetSchema,
  refuseEntities,
  refuseTooMany,
  toListSchema,
} from './entities.ts'
import { toContactUpload } from './toContactUpload.ts'

/** `/v3/contacts`. @see API v3, "Working with contacts" */
export const contacts: Route[] = [
  defineRoute({
    operation: 'wazzup-v3.listContacts',
    method: 'GET',
    path: '/contacts',
    summary: 'List contacts by id, 100 at a time',
    query: offsetSchema,
    answers: { 200: { description: 'A page of the contacts.', schema: toListSchema(storedContactSchema) } },
    async handle({ account, query, context }) {
      const { count, items } = await listContacts(account.store.database, query)
      return context.json({ count, data: items.map(toContact) })
    },
  }),
  defineRoute({
    operation: 'wazzup-v3.fetchContact',
    method: 'GET',
    path: '/contacts/:id',
    summary: 'Read a contact',
    answers: { 200: { description: 'The contact.', schema: storedContactSchema } },
    async handle({ account, context, refuse }) {
      const contact = await getContact(account.store.database, context.req.param('id') ?? '')
      return contact ? context.json(toContact(contact)) : refuse(notFound('contact'))
    },
  }),
  defineRoute({
    operation: 'wazzup-v3.saveContacts',
    method: 'POST',
    path: '/contacts',
    summary: 'Add or replace contacts',
    check: ({ body }) => refuseEntities({ body, item: contactSchema, code: 'INVALID_CONTACTS_DATA' }),
    body: z.array(contactSchema).min(1).max(100),
    answers: { 200: { description: 'The contacts are saved.' } },
    async handle({ account, body, context }) {
      await saveContacts(account.store, body.map(toContactUpload))
      return answerDone({ account, context })
    },
  }),
  defineRoute({
    operation: 'wazzup-v3.deleteContact',
    method: 'DELETE',
    path: '/contacts/:id',
    summary: 'Remove a contact; its dialogue stays',
    answers: { 200: { description: 'The contact is removed.' } },
    async handle({ account, context, refuse }) {
      const removed = await deleteContacts(account.store, [context.req.param('id') ?? ''])
      return removed.length > 0 ? answerDone({ account, context }) : refuse(notFound('contact'))
    },
  }),
  defineRoute({
    operation: 'wazzup-v3.deleteContacts',
    method: 'PATCH',
    path: '/contacts/bulk_delete',
    summary: 'Remove contacts; their dialogues stay',
    check: ({ body }) => refuseTooMany(body),
    body: idsSchema,
    answers: { 200: { description: 'The ids that were not there.', schema: z.array(z.string()) } },
    handle: (call) => answerBulkDelete({ ...call, remove: deleteContacts }),
  }),
]

function toContact({ id, responsibleUserId, name, chats, uri }: Contact): z.infer<typeof storedContactSchema> {
  const contactData = chats.map(({ chatType, chatId, username, phone }) => ({
    chatType,
    chatId,
    ...(username ? { username } : {}),
    ...(phone ? { phone } : {}),
  }))
  return { id, responsibleUserId, name, contactData, ...(uri === null ? {} : { uri }) }
}
