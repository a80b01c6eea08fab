import { dealSchema, storedDealSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import { defineRoute, type Route } from '../routes/route.ts'
import { type Deal, deleteDeals, getDeal, listDeals, saveDeals } from '../store/deals.ts'
import {
  answerBulkDelete,
  answerDone,
  idsSchema,
  notFound,
  offsetSchema,
  refuseEntities,
  refuseTooMany,
  toListSchema,
} from './entities.ts'

/** The address of a deal's page is `uri` in the document's table and `link` in its example: both are read. */
const uploadSchema = dealSchema.extend({ link: dealSchema.shape.uri })

/** `/v3/deals`. @see API v3, "Working with a list of deals" */
export const deals: Route[] = [
  defineRoute({
    operation: 'wazzup-v3.listDeals',
    method: 'GET',
    path: '/deals',
    summary: 'List deals by id, 100 at a time',
    query: offsetSchema,
    answers: { 200: { description: 'A page of the deals.', schema: toListSchema(storedDealSchema) } },
    async handle({ account, query, context }) {
      const { count, items } = await listDeals(account.store.database, query)
      return context.json({ count, data: items.map(toDeal) })
    },
  }),
  defineRoute({
    operation: 'wazzup-v3.fetchDeal',
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
    operation: 'wazzup-v3.saveDeals',
    method: 'POST',
    path: '/deals',
    summary: 'Add or update deals',
    check: ({ body }) => refuseEntities({ body, item: uploadSchema, code: 'INVALID_DEALS_DATA' }),
    body: z.array(uploadSchema).min(1).max(100),
    answers: { 200: { description: 'The deals are saved.' } },
    async handle({ account, body, context }) {
      await saveDeals(
        account.store,
        body.map(({ link, uri = link, ...deal }) => ({ ...deal, uri })),
      )
      return answerDone({ account, context })
    },
  }),
  defineRoute({
    operation: 'wazzup-v3.deleteDeal',
    method: 'DELETE',
    path: '/deals/:id',
    summary: 'Remove a deal',
    answers: { 200: { description: 'The deal is removed.' } },
    async handle({ account, context, refuse }) {
      const removed = await deleteDeals(account.store, [context.req.param('id') ?? ''])
      return removed.length > 0 ? answerDone({ account, context }) : refuse(notFound('deal'))
    },
  }),
  defineRoute({
    operation: 'wazzup-v3.deleteDeals',
    method: 'PATCH',
    path: '/deals/bulk_delete',
    summary: 'Remove deals',
    check: ({ body }) => refuseTooMany(body),
    body: idsSchema,
    answers: { 200: { description: 'The ids that were not there.', schema: z.array(z.string()) } },
    handle: (call) => answerBulkDelete({ ...call, remove: deleteDeals }),
  }),
]

function toDeal({ id, responsibleUserId, name, uri, contacts, closed }: Deal): z.infer<typeof storedDealSchema> {
  return { id, responsibleUserId, name, ...(uri === null ? {} : { uri }), contacts, closed }
}
