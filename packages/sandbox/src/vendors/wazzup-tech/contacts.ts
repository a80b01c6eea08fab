import {
  contactAnswerSchema,
  type contactSchema,
  contactsAnswerSchema,
  contactsDeleteRequestSchema,
  contactsRequestSchema,
} from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import {
  type Contact,
  type ContactUpload,
  deleteContacts,
  getContact,
  listContacts,
  saveContacts,
} from '../../store/entities/contacts.ts'
import { answerData } from './answerData.ts'
import { listQuerySchema } from './listQuery.ts'
import { refuseUnknown } from './refuseUnknown.ts'
import { notFound } from './techErrors.ts'

/** Contacts of the CRM. @see https://wazzup24.com/help/api/contacts/ */
export const contacts: Route[] = [
  ...(['POST', 'PATCH'] as const).map((method) =>
    defineRoute({
      operation: method === 'POST' ? 'wazzup-tech.saveContacts' : 'wazzup-tech.updateContacts',
      method,
      path: '/contacts',
      summary: method === 'POST' ? 'Add contacts' : 'Update contacts',
      body: contactsRequestSchema,
      check: refuseUnknown({ schema: contactsRequestSchema }),
      answers: { 200: { description: 'How many were taken in.' } },
      async handle(call) {
        const uploads = call.body.contacts.map(toContactUpload)
        await saveContacts(call.account.store, uploads)
        return answerData(call, { processed: uploads.length })
      },
    }),
  ),
  defineRoute({
    operation: 'wazzup-tech.listContacts',
    method: 'GET',
    path: '/contacts',
    summary: 'List contacts, 100 at a time',
    query: listQuerySchema,
    answers: { 200: { description: 'A page of the contacts.', schema: contactsAnswerSchema } },
    async handle(call) {
      const { items } = await listContacts(call.account.store.database, call.query)
      return answerData(call, items.map(toTechContact))
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.fetchContact',
    method: 'GET',
    path: '/contacts/:contact_id',
    summary: 'Get a contact',
    answers: { 200: { description: 'The contact.', schema: contactAnswerSchema } },
    async handle(call) {
      const contact = await getContact(call.account.store.database, call.context.req.param('contact_id') ?? '')
      return contact ? answerData(call, toTechContact(contact)) : call.refuse(notFound('Contact'))
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.deleteContacts',
    method: 'DELETE',
    path: '/contacts',
    summary: 'Delete contacts',
    body: contactsDeleteRequestSchema,
    check: refuseUnknown({ schema: contactsDeleteRequestSchema }),
    answers: { 200: { description: 'How many were deleted.' } },
    async handle(call) {
      const ids = await deleteContacts(
        call.account.store,
        call.body.contacts.map(({ id }) => id),
      )
      return answerData(call, { processed: ids.length })
    },
  }),
]

/** A contact of this API as the store takes it. A chat known by username or phone only is named by that. */
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
