import type { WazzupTech } from '@crm-chat/vendors/wazzup-tech'
import type { BackendEntities } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { createEntity } from '../createEntity.ts'
import { defined } from '../defined.ts'
import { toVendorContact } from './contacts.ts'

const names = { responsible_user_id: 'responsibleUserId', contact_data: 'chats', chat_id: 'chatId', uri: 'url' }

/** The CRM's users, contacts and deals in the tech API, which does not tell which ids of a deletion were not there. */
export function createEntities({ call }: Connection<WazzupTech>): BackendEntities {
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
      remove: (wazzup, ids, options) => none(wazzup.deleteUsers(ids, options)),
      list: async function* (wazzup, options) {
        for await (const { id, name, phone } of wazzup.listUsers(options)) yield { id, name, ...defined({ phone }) }
      },
    }),
    contacts: createEntity({
      call,
      kind: 'contact',
      fields: ['name', 'responsibleUserId', 'chats'],
      save: (wazzup, contacts, options) => wazzup.saveContacts(contacts.map(toVendorContact), options),
      names,
      remove: (wazzup, ids, options) => none(wazzup.deleteContacts(ids, options)),
      list: async function* (wazzup, options) {
        for await (const { id, name, responsible_user_id, contact_data } of wazzup.listContacts(options)) {
          yield {
            id,
            name: name ?? '',
            ...defined({ responsibleUserId: responsible_user_id }),
            chats: contact_data.flatMap(({ chat_type, chat_id }) =>
              chat_id ? [{ chatType: chat_type, chatId: chat_id }] : [],
            ),
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
          // The client refuses a deal without a responsible user or a page, as the vendor does.
          deals.map(({ id, name, responsibleUserId = '', contactIds, closed = false, url = '' }) => ({
            id,
            name,
            responsible_user_id: responsibleUserId,
            uri: url,
            contacts: contactIds,
            closed,
          })),
          options,
        ),
      names: { ...names, contacts: 'contactIds' },
      remove: (wazzup, ids, options) => none(wazzup.deleteDeals(ids, options)),
      list: async function* (wazzup, options) {
        for await (const { id, name, responsible_user_id, contacts, closed = false, uri } of wazzup.listDeals(
          options,
        )) {
          yield {
            id,
            name: name ?? '',
            ...defined({ responsibleUserId: responsible_user_id, url: uri }),
            contactIds: contacts,
            closed,
          }
        }
      },
    }),
  }
}

/** The ids that were not there: no response names them. */
async function none(deletion: Promise<void>): Promise<string[]> {
  await deletion
  return []
}
