import type { Chat } from '@crm-chat/protocol'
import type * as z from 'zod'
import type {
  BackendEntities,
  BackendEntity,
  ChatContact,
  ChatDeal,
  ListedContact,
  ListedDeal,
  StaffUser,
} from '../backend.ts'
import type { ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'
import type { TenantParameter } from '../tenantParameter.ts'
import type { DeleteResult, EntityOptions, Items, ListOptions, SaveResult } from './entityOptions.ts'
import { idOf, toId } from './ids.ts'
import { listPages } from './listPages.ts'
import { contactSchema, dealSchema, idSchema, staffUserSchema } from './schemas.ts'
import { sendItems } from './sendItems.ts'

/**
 * Functions for the CRM's server that keep users, contacts and deals at the vendor. They take lists of any length from whatever
 * yields them, go on after a rejected item, and can be resumed. They reject with {@link OperationError}: `not_supported` for a
 * vendor that keeps none, `upstream_auth` for a wrong key, the vendor's last failure after `retryForMs`.
 */
export interface EntityFunctions {
  /**
   * Adds or updates users at the vendor.
   * @example
   * await chat.saveUsers([{ id: '7', name: 'Ann Reyes' }])
   */
  saveUsers: (users: Items<StaffUser>, options?: EntityOptions) => Promise<SaveResult>
  /**
   * Adds or updates contacts at the vendor: they show in the chats and the counter of their responsible users.
   * @example
   * const { saved, rejected } = await chat.saveContacts(database.contacts.cursor(), {
   *   startAfter: await readBookmark(),
   *   onProgress: ({ done }) => saveBookmark(done),
   * })
   */
  saveContacts: (contacts: Items<ChatContact>, options?: EntityOptions) => Promise<SaveResult>
  /** Adds or updates deals at the vendor. Their contacts are saved before. */
  saveDeals: (deals: Items<ChatDeal>, options?: EntityOptions) => Promise<SaveResult>
  /** Walks through the vendor's users, page by page. */
  listUsers: (options?: ListOptions) => AsyncGenerator<StaffUser>
  /** Walks through the vendor's contacts, page by page. */
  listContacts: (options?: ListOptions) => AsyncGenerator<ListedContact>
  /** Walks through the vendor's deals, page by page. */
  listDeals: (options?: ListOptions) => AsyncGenerator<ListedDeal>
  /** Deletes users at the vendor, by their ids. */
  deleteUsers: (ids: Items<string>, options?: EntityOptions) => Promise<DeleteResult>
  /** Deletes contacts at the vendor, by their ids. Its messages stay there. */
  deleteContacts: (ids: Items<string>, options?: EntityOptions) => Promise<DeleteResult>
  /** Deletes deals at the vendor, by their ids. */
  deleteDeals: (ids: Items<string>, options?: EntityOptions) => Promise<DeleteResult>
  /**
   * Deletes every message of these chats from the store of conversations, e.g. at a customer's request.
   * @throws {OperationError} `not_supported` without the option `conversations`
   */
  deleteContactMessages: (parameters: { chats: Chat[] } & TenantParameter) => Promise<void>
}

type ContextOf = (of: TenantParameter) => ProxyContext

/** Makes the {@link EntityFunctions} of a proxy. */
export function createEntityFunctions(contextOf: ContextOf): EntityFunctions {
  const users = createKind({ contextOf, kind: 'users', schema: staffUserSchema, of: ({ users: found }) => found })
  const contacts = createKind({ contextOf, kind: 'contacts', schema: contactSchema, of: ({ contacts: own }) => own })
  const deals = createKind({ contextOf, kind: 'deals', schema: dealSchema, of: ({ deals: found }) => found })
  return {
    saveUsers: users.save,
    saveContacts: contacts.save,
    saveDeals: deals.save,
    listUsers: users.list,
    listContacts: contacts.list,
    listDeals: deals.list,
    deleteUsers: users.delete,
    deleteContacts: contacts.delete,
    deleteDeals: deals.delete,
    deleteContactMessages: async ({ chats, ...of }) => {
      const { conversations } = contextOf(of)
      if (!conversations) throw notSupported('There is no store of conversations: set the option conversations.')
      await conversations.deleteContact({ chats })
    },
  }
}

interface Kind<Item, Listed> {
  save: (items: Items<Item>, options?: EntityOptions) => Promise<SaveResult>
  list: (options?: ListOptions) => AsyncGenerator<Listed>
  delete: (ids: Items<string>, options?: EntityOptions) => Promise<DeleteResult>
}

/** Makes the functions for one kind of entities. */
function createKind<Item extends { id: string }, Listed extends { id: string }>({
  contextOf,
  kind,
  schema,
  of,
}: {
  contextOf: ContextOf
  kind: keyof BackendEntities
  schema: z.ZodType<Item>
  of: (entities: BackendEntities) => BackendEntity<Item, Listed> | undefined
}): Kind<Item, Listed> {
  function find<Name extends keyof BackendEntity<Item, Listed>>(
    name: Name,
    options: TenantParameter,
  ): { context: ProxyContext; found: NonNullable<BackendEntity<Item, Listed>[Name]> } {
    const context = contextOf(options)
    const found = context.backend.entities && of(context.backend.entities)?.[name]
    if (!found) throw notSupported(`${context.backend.name} has no way to ${name} ${kind}.`)
    return { context, found }
  }

  return {
    save: async (items, options = {}) => {
      const { context, found } = find('save', options)
      const { clock } = context
      const { sent: saved, ...rest } = await sendItems<Item>({
        items,
        schema,
        idOf,
        batchSize: found.batchSize,
        send: found.run,
        options,
        clock,
      })
      return { saved, ...rest }
    },
    list: async function* (options = {}) {
      const { context, found } = find('list', options)
      yield* listPages({ read: found.read, pageSize: found.pageSize, options, clock: context.clock })
    },
    delete: async (ids, options = {}) => {
      const { context, found } = find('delete', options)
      let missing = 0
      const { sent, ...rest } = await sendItems<string>({
        items: ids,
        schema: idSchema,
        idOf: toId,
        batchSize: found.batchSize,
        send: async (batch, call) => {
          missing += (await found.run(batch, call)).length
        },
        options,
        clock: context.clock,
      })
      return { deleted: sent - missing, missing, ...rest }
    },
  }
}

function notSupported(message: string): OperationError {
  return new OperationError({ code: 'not_supported', message })
}
