import type * as z from 'zod'
import type { Database, Store } from '../../store/store.ts'
import type { Account } from '../account.ts'
import type { Refusal } from '../http/answerError.ts'
import { type Call, defineRoute, type Route } from './route.ts'

/** A kind of entity that a CRM gives to a vendor, and how the vendor's API shows and removes one of it. */
export interface EntityKind<Entity> {
  vendor: 'wazzup-v2' | 'wazzup-v3'
  /** Name used in operations, e.g. `fetchContact`; its path is `/contacts`. */
  name: 'Contact' | 'Deal' | 'User'
  /** Shape of the response. */
  schema: z.ZodType
  get: (database: Database, id: string) => Promise<Entity | undefined>
  toAnswer: (entity: Entity, account: Account) => unknown
  /** @returns the ids of those that were there. */
  remove: (store: Store, ids: string[]) => Promise<string[]>
  /** Summary of the removal. */
  removal: string
  answerRemoved: (call: Pick<Call, 'account' | 'context'>) => Response
}

/** The routes for one entity by its id: `GET` and `DELETE`. */
export function entityRoutes<Entity>(kind: EntityKind<Entity>): Route[] {
  const { vendor, name, schema, get, toAnswer, remove, removal, answerRemoved } = kind
  const noun = name.toLowerCase()
  const path = `/${noun}s/:id`
  // The documents name no code but `CONTACT_NOT_FOUND`; the others are like it.
  const description = `There is no ${noun} with this id.`
  const notFound: Refusal = { status: 404, code: `${name.toUpperCase()}_NOT_FOUND`, description }
  return [
    defineRoute({
      operation: `${vendor}.fetch${name}`,
      method: 'GET',
      path,
      summary: `Read a ${noun}`,
      answers: { 200: { description: `The ${noun}.`, schema } },
      async handle({ account, context, refuse }) {
        const entity = await get(account.store.database, context.req.param('id') ?? '')
        return entity === undefined ? refuse(notFound) : context.json(toAnswer(entity, account))
      },
    }),
    defineRoute({
      operation: `${vendor}.delete${name}`,
      method: 'DELETE',
      path,
      summary: removal,
      answers: { 200: { description: `The ${noun} is removed.` } },
      async handle({ account, context, refuse }) {
        const removed = await remove(account.store, [context.req.param('id') ?? ''])
        return removed.length > 0 ? answerRemoved({ account, context }) : refuse(notFound)
      },
    }),
  ]
}
