import type { Endpoint } from '@crm-chat/vendors/endpoints'
import type * as z from 'zod'
import type { Database, Store } from '../../store/store.ts'
import type { Account } from '../account.ts'
import type { Refusal } from '../http/respondError.ts'
import { type Call, defineRoute, type Route } from './route.ts'

/** Kind of entity that a CRM uploads, and the way the vendor's API returns and removes it. */
export interface EntityKind<Entity, Removal extends z.ZodType> {
  /** Returns one by the id in its path. */
  fetch: Endpoint
  /** Removes one by the id in its path, or several by the ids in its body. */
  remove: Endpoint<string, z.ZodType, Removal>
  /** Lists the ids in the body of `remove`. @default the id is in the path */
  listIds?: (body: z.output<Removal>) => string[]
  get: (database: Database, id: string) => Promise<Entity | undefined>
  toBody: (entity: Entity, account: Account) => unknown
  /** @returns the ids of those that existed */
  removeRows: (store: Store, ids: string[]) => Promise<string[]>
  /** Responds with an entity. @default as JSON */
  respond?: (call: Pick<Call, 'account' | 'context'>, entity: unknown) => Response
  respondRemoved: (call: Pick<Call, 'account' | 'context'>, ids: string[]) => Response
  /** Response for an unknown id. */
  notFound: Refusal
}

/** Creates the routes that return one entity by its id, and remove one or several. */
export function entityRoutes<Entity, Removal extends z.ZodType>(kind: EntityKind<Entity, Removal>): Route[] {
  const { fetch, remove, listIds, get, toBody, removeRows, respond = respondJson, respondRemoved, notFound } = kind
  return [
    defineRoute({
      endpoint: fetch,
      async handle(call) {
        const entity = await get(call.account.store.database, readId(call))
        return entity === undefined ? call.refuse(notFound) : respond(call, toBody(entity, call.account))
      },
    }),
    defineRoute({
      endpoint: remove,
      async handle(call) {
        const removed = await removeRows(call.account.store, listIds?.(call.body) ?? [readId(call)])
        return removed.length === 0 && !listIds ? call.refuse(notFound) : respondRemoved(call, removed)
      },
    }),
  ]
}

/** Creates the response for an unknown id. The documents only name `CONTACT_NOT_FOUND`; the others follow it. */
export function entityNotFound(noun: 'contact' | 'deal' | 'user'): Refusal {
  return { status: 404, code: `${noun.toUpperCase()}_NOT_FOUND`, description: `There is no ${noun} with this id.` }
}

function respondJson({ context }: Pick<Call, 'context'>, entity: unknown): Response {
  return context.json(entity)
}

/** Value of the only parameter of the path. */
function readId({ context }: Pick<Call, 'context'>): string {
  return Object.values(context.req.param())[0] ?? ''
}
