import { VendorRequestError, type WazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import type { BackendEntities } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { createEntity } from '../createEntity.ts'
import { defined } from '../defined.ts'
import { toVendorContact } from './contacts.ts'

/** Fields by which it sorts. @see CRM API V2, "Obtaining the contact list" */
const orders = ['id', 'name', 'responsibleUserId'] as const

/** The CRM's users, contacts and deals in API V2, which deletes one at a time. */
export function createEntities({ call }: Connection<WazzupV2>): BackendEntities {
  return {
    users: createEntity({
      call,
      kind: 'user',
      fields: ['name'],
      save: (wazzup, users, options) =>
        wazzup.saveUsers(
          users.map(({ id, name }) => ({ id, name })),
          options,
        ),
      remove: (wazzup, ids, options) => each(ids, (id) => wazzup.deleteUser(id, options)),
      removeSize: 1,
      list: async function* (wazzup, { offset, signal }) {
        for (const { id, name } of (await wazzup.fetchUsers({ signal })).slice(offset))
          yield { id: String(id), name: name ?? '' }
      },
    }),
    contacts: createEntity({
      call,
      kind: 'contact',
      fields: ['name', 'responsibleUserId', 'chats'],
      save: (wazzup, contacts, options) => wazzup.saveContacts(contacts.map(toVendorContact), options),
      remove: (wazzup, ids, options) => each(ids, (id) => wazzup.deleteContact(id, options)),
      removeSize: 1,
      orders,
      list: async function* (wazzup, options) {
        for await (const { id, name, responsibleUserId, chats } of wazzup.listContacts(options)) {
          yield {
            id: String(id),
            name: name ?? '',
            ...defined({ responsibleUserId: toText(responsibleUserId) }),
            chats: (chats ?? []).map(({ chatType, chatId }) => ({ chatType, chatId })),
          }
        }
      },
    }),
    deals: createEntity({
      call,
      kind: 'deal',
      fields: ['name', 'responsibleUserId', 'contactIds', 'closed'],
      save: (wazzup, deals, options) =>
        wazzup.saveDeals(
          deals.map(({ id, name, responsibleUserId, contactIds, closed = false }) => ({
            id,
            name,
            responsibleUserId,
            contacts: contactIds,
            closed,
          })),
          options,
        ),
      names: { contacts: 'contactIds' },
      remove: (wazzup, ids, options) => each(ids, (id) => wazzup.deleteDeal(id, options)),
      removeSize: 1,
      orders,
      list: async function* (wazzup, options) {
        for await (const { id, name, responsibleUserId, contacts, closed } of wazzup.listDeals(options)) {
          yield {
            id: String(id),
            name: name ?? '',
            ...defined({ responsibleUserId: toText(responsibleUserId) }),
            contactIds: (contacts ?? []).map(String),
            closed: closed ?? false,
          }
        }
      },
    }),
  }
}

/** Deletes entities. @returns the ids that were not there */
async function each(ids: string[], remove: (id: string) => Promise<void>): Promise<string[]> {
  const missing: string[] = []
  for (const id of ids) {
    try {
      await remove(id)
    } catch (error) {
      if (!(error instanceof VendorRequestError && error.status === 404)) throw error
      missing.push(id)
    }
  }
  return missing
}

function toText(id: string | number | null | undefined): string | undefined {
  return id === null || id === undefined ? undefined : String(id)
}
