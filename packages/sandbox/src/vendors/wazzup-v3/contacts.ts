import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { contactSchema, type storedContactSchema } from '@crm-chat/vendors/wazzup-v3'
import type * as z from 'zod'
import { entityNotFound, entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Contact, deleteContacts, getContact, listContacts, saveContacts } from '../../store/entities/contacts.ts'
import { bulkRemovalRoute, refuseEntities, respondDone } from './entities.ts'
import { toContactUpload } from './toChatId.ts'

/** `/v3/contacts`. @see API v3, "Working with contacts" */
export const contacts: Route[] = [
  defineRoute({
    endpoint: wazzupV3.listContacts,
    async handle({ account, query, context }) {
      const { count, items } = await listContacts(account.store.database, query)
      return context.json({ count, data: items.map(toContact) })
    },
  }),
  ...entityRoutes({
    fetch: wazzupV3.fetchContact,
    remove: wazzupV3.deleteContact,
    get: getContact,
    toBody: toContact,
    removeRows: deleteContacts,
    respondRemoved: respondDone,
    notFound: entityNotFound('contact'),
  }),
  defineRoute({
    endpoint: wazzupV3.saveContacts,
    check: ({ body }) => refuseEntities({ body, item: contactSchema, code: 'INVALID_CONTACTS_DATA' }),
    async handle({ account, body, context }) {
      await saveContacts(account.store, body.map(toContactUpload))
      return respondDone({ account, context })
    },
  }),
  bulkRemovalRoute({ endpoint: wazzupV3.deleteContacts, removeRows: deleteContacts }),
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
