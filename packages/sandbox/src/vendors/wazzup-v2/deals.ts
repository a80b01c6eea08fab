import { dealsRequestSchema, listQuerySchema, type StoredDeal, storedDealSchema } from '@crm-chat/vendors/wazzup-v2'
import * as z from 'zod'
import { entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Deal, deleteDeals, getDeal, listDeals, saveDeals } from '../../store/entities/deals.ts'

/** `/v2/deals`. @see CRM API V2, "Working with a deal list" */
export const deals: Route[] = [
  defineRoute({
    operation: 'wazzup-v2.listDeals',
    method: 'GET',
    path: '/deals',
    summary: 'List deals, 100 at a time',
    query: listQuerySchema,
    answers: { 200: { description: 'A page of the deals.', schema: z.array(storedDealSchema) } },
    async handle({ account, query, context }) {
      const { items } = await listDeals(account.store.database, query)
      return context.json(items.map(toDeal))
    },
  }),
  ...entityRoutes({
    vendor: 'wazzup-v2',
    name: 'Deal',
    schema: storedDealSchema,
    get: getDeal,
    toAnswer: toDeal,
    remove: deleteDeals,
    removal: 'Remove a deal',
    answerRemoved: ({ context }) => context.body(null, 200),
  }),
  defineRoute({
    operation: 'wazzup-v2.saveDeals',
    method: 'PATCH',
    path: '/deals',
    summary: 'Add or update deals',
    body: dealsRequestSchema,
    answers: { 200: { description: 'The deals are saved.' } },
    async handle({ account, body, context }) {
      await saveDeals(account.store, body)
      return context.body(null, 200)
    },
  }),
]

/** The document has ids of deals as numbers: those that are numbers come back as such. */
function toDeal({ id, responsibleUserId, name, closed, contacts }: Deal): StoredDeal {
  const number = Number(id)
  return { id: String(number) === id ? number : id, responsibleUserId, name, closed, contacts }
}
