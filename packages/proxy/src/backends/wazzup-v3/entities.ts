import type { WazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import type { BackendEntities } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { createEntity } from '../createEntity.ts'
import { defined } from '../defined.ts'
import { toVendorContact } from './contacts.ts'

/** The CRM's users, contacts and deals in API v3. */
export function createEntities({ call }: Connection<WazzupV3>): BackendEntities {
  return {
    users: createEntity({
      call,
      kind: 'user',
      fields: ['name', 'phone'],
      save: (wazzup, users, options) =>
        wazzup.saveUsers(
          users.map(({ id, name, phone }) => ({ id, name, ...defined({ phone }) })),
          options,
        ),
      remove: (wazzup, ids, options) => wazzup.deleteUsers(ids, options),
      list: async function* (wazzup, options) {
        for await (const { id, name, phone } of wazzup.listUsers(options))
          yield { id, name: name ?? '', ...defined({ phone: phone ?? undefined }) }
      },
    }),
    contacts: createEntity({
      call,
      kind: 'contact',
      fields: ['name', 'responsibleUserId', 'chats'],
      save: (wazzup, contacts, options) => wazzup.saveContacts(contacts.map(toVendorContact), options),
      names: { contactData: 'chats' },
      remove: (wazzup, ids, options) => wazzup.deleteContacts(ids, options),
      list: async function* (wazzup, options) {
        for await (const { id, name, responsibleUserId, contactData } of wazzup.listContacts(options)) {
          yield {
            id,
            name: name ?? '',
            ...defined({ responsibleUserId: responsibleUserId ?? undefined }),
            chats: (contactData ?? []).flatMap(({ chatType, chatId }) => (chatId ? [{ chatType, chatId }] : [])),
          }
        }
      },
    }),
    deals: createEntity({
      call,
      kind: 'deal',
      fields: ['name', 'responsibleUserId', 'contactIds', 'closed', 'url'],
      save: (wazzup, deals, options) =>
        wazzup.saveDeals(
          // The client refuses a deal without a responsible user, as the vendor does.
          deals.map(({ id, name, responsibleUserId = '', contactIds, closed = false, url }) => ({
            id,
            name,
            responsibleUserId,
            contacts: contactIds,
            closed,
            ...defined({ uri: url }),
          })),
          options,
        ),
      names: { contacts: 'contactIds', uri: 'url' },
      remove: (wazzup, ids, options) => wazzup.deleteDeals(ids, options),
      list: async function* (wazzup, options) {
        for await (const { id, name, responsibleUserId, contacts, closed, uri, link } of wazzup.listDeals(options)) {
          yield {
            id,
            name: name ?? '',
            ...defined({ responsibleUserId: responsibleUserId ?? undefined, url: uri ?? link ?? undefined }),
            contactIds: contacts ?? [],
            closed: closed ?? false,
          }
        }
      },
    }),
  }
}
