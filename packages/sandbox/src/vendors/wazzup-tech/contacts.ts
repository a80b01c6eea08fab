import { wazzupTech } from '@crm-chat/vendors/endpoints'
import type { contactSchema } from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import { entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import {
  type Contact,
  type ContactUpload,
  deleteContacts,
  getContact,
  listContacts,
  saveContacts,
} from '../../store/entities/contacts.ts'
import { respondData } from './respondData.ts'
import { notFound } from './techErrors.ts'
import { uploadRoutes } from './uploadRoutes.ts'

/** Contacts of the CRM. @see https://wazzup24.com/help/api/contacts/ */
export const contacts: Route[] = [
  ...uploadRoutes({
    endpoints: [wazzupTech.saveContacts, wazzupTech.updateContacts],
    async save({ account, body: { contacts } }) {
      await saveContacts(account.store, contacts.map(toContactUpload))
      return contacts.length
    },
  }),
  defineRoute({
    endpoint: wazzupTech.listContacts,
    async handle(call) {
      const { items } = await listContacts(call.account.store.database, call.query)
      return respondData(call, items.map(toTechContact))
    },
  }),
  ...entityRoutes({
    fetch: wazzupTech.fetchContact,
    remove: wazzupTech.deleteContacts,
    listIds: ({ contacts }) => contacts.map(({ id }) => id),
    get: getContact,
    toBody: toTechContact,
    removeRows: deleteContacts,
    respond: respondData,
    respondRemoved: (call, ids) => respondData(call, { processed: ids.length }),
    notFound: notFound('Contact'),
  }),
]

/** Converts a contact for the store. Without an id, a chat is identified by its username or phone. */
export function toContactUpload(contact: z.output<typeof contactSchema>): ContactUpload {
  const { id, name, uri, responsible_user_id: responsibleUserId, contact_data } = contact
  const chats = contact_data.map(({ chat_type: chatType, chat_id, username, phone }) => {
    return { chatType, chatId: chat_id ?? username ?? phone ?? '', username, phone }
  })
  return { id, name, uri, responsibleUserId, chats }
}

function toTechContact({ id, name, uri, responsibleUserId, chats }: Contact) {
  const contact_data = chats.map(({ chatType: chat_type, chatId: chat_id, username, phone }) => {
    return { chat_type, chat_id, ...(username && { username }), ...(phone && { phone }) }
  })
  return { id, responsible_user_id: responsibleUserId, name, contact_data, uri }
}
