import { dealsRequestSchema, listQuerySchema, type StoredDeal, storedDealSchema } from '@crm-chat/vendors/wazzup-v2'
import * as z from 'zod'
import { defineRoute, type Route } from '../routes/route.ts'
import { type Deal, deleteDeals, getDeal, listDeals, saveDeals } from '../store/deals.ts'
import { notFound } from './notFound.ts'

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
  defineRoute({
    operation: 'wazzup-v2.fetchDeal',
    method: 'GET',
    path: '/deals/:id',
    summary: 'Read a deal',
    answers: { 200: { description: 'The deal.', schema: storedDealSchema } },
    async handle({ account, context, refuse }) {
      const deal = await getDeal(account.store.database, context.req.param('id') ?? '')
      return deal ? context.json(toDeal(deal)) : refuse(notFound('deal'))
    },
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
  defineRoute({
    operation: 'wazzup-v2.deleteDeal',
    method: 'DELETE',
    path: '/deals/:id',
    summary: 'Remove a deal',
    answers: { 200: { description: 'The deal is removed.' } },
    async handle({ account, context, refuse }) {
      const deleted = await deleteDeals(account.store, [context.req.param('id') ?? ''])
      return deleted.length > 0 ? context.body(null, 200) : refuse(notFound('deal'))
    },
  }),
]

/** The document has ids of deals as numbers: those that are numbers come back as such. */
function toDeal({ id, responsibleUserId, name, closed, contacts }: Deal): StoredDeal {
  const number = Number(id)
  return { id: String(number) === id ? number : id, responsibleUserId, name, closed, contacts }
}
