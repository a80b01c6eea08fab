import { wazzupV2 } from '@crm-chat/vendors/endpoints'
import type { StoredContact } from '@crm-chat/vendors/wazzup-v2'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import { entityNotFound, entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Contact, deleteContacts, getContact, listContacts, saveContacts } from '../../store/entities/contacts.ts'
import { toV2ChatId } from './toV2.ts'

/** `/v2/contacts`. @see CRM API V2, "Working with contacts" */
export const contacts: Route[] = [
  defineRoute({
    endpoint: wazzupV2.listContacts,
    async handle({ account, query, context }) {
      const { items } = await listContacts(account.store.database, query)
      return context.json(items.map((contact) => toContact({ contact, quirks: account.quirks })))
    },
  }),
  ...entityRoutes({
    fetch: wazzupV2.fetchContact,
    remove: wazzupV2.deleteContact,
    get: getContact,
    toBody: (contact, { quirks }) => toContact({ contact, quirks }),
    removeRows: deleteContacts,
    respondRemoved: ({ context }) => context.body(null, 200),
    notFound: entityNotFound('contact'),
  }),
  defineRoute({
    endpoint: wazzupV2.saveContacts,
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
