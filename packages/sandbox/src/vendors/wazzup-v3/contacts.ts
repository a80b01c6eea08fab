import { contactSchema, storedContactSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import { entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Contact, deleteContacts, getContact, listContacts, saveContacts } from '../../store/entities/contacts.ts'
import { answerDone, bulkRemovalRoute, offsetSchema, refuseEntities, toListSchema } from './entities.ts'
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
  ...entityRoutes({
    vendor: 'wazzup-v3',
    name: 'Contact',
    schema: storedContactSchema,
    get: getContact,
    toAnswer: toContact,
    remove: deleteContacts,
    removal: 'Remove a contact; its dialogue stays',
    answerRemoved: answerDone,
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
  bulkRemovalRoute({ name: 'Contacts', summary: 'Remove contacts; their dialogues stay', remove: deleteContacts }),
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
