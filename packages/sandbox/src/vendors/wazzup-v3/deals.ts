import { dealSchema, storedDealSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import { entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Deal, deleteDeals, getDeal, listDeals, saveDeals } from '../../store/entities/deals.ts'
import { answerDone, bulkRemovalRoute, offsetSchema, refuseEntities, toListSchema } from './entities.ts'

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
  ...entityRoutes({
    vendor: 'wazzup-v3',
    name: 'Deal',
    schema: storedDealSchema,
    get: getDeal,
    toAnswer: toDeal,
    remove: deleteDeals,
    removal: 'Remove a deal',
    answerRemoved: answerDone,
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
  bulkRemovalRoute({ name: 'Deals', summary: 'Remove deals', remove: deleteDeals }),
]

function toDeal({ id, responsibleUserId, name, uri, contacts, closed }: Deal): z.infer<typeof storedDealSchema> {
  return { id, responsibleUserId, name, ...(uri === null ? {} : { uri }), contacts, closed }
}
