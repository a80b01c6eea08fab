import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { dealSchema, type storedDealSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import { entityNotFound, entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Deal, deleteDeals, getDeal, listDeals, saveDeals } from '../../store/entities/deals.ts'
import { bulkRemovalRoute, refuseEntities, respondDone } from './entities.ts'

/** The address of a deal's page is `uri` in the document's table and `link` in its example: both are accepted. */
const uploadSchema = dealSchema.extend({ link: dealSchema.shape.uri })

/** `/v3/deals`. @see API v3, "Working with a list of deals" */
export const deals: Route[] = [
  defineRoute({
    endpoint: wazzupV3.listDeals,
    async handle({ account, query, context }) {
      const { count, items } = await listDeals(account.store.database, query)
      return context.json({ count, data: items.map(toDeal) })
    },
  }),
  ...entityRoutes({
    fetch: wazzupV3.fetchDeal,
    remove: wazzupV3.deleteDeal,
    get: getDeal,
    toBody: toDeal,
    removeRows: deleteDeals,
    respondRemoved: respondDone,
    notFound: entityNotFound('deal'),
  }),
  defineRoute({
    endpoint: wazzupV3.saveDeals,
    check: ({ body }) => refuseEntities({ body, item: uploadSchema, code: 'INVALID_DEALS_DATA' }),
    body: z.array(uploadSchema).min(1).max(100),
    async handle({ account, body, context }) {
      await saveDeals(
        account.store,
        body.map(({ link, uri = link, ...deal }) => ({ ...deal, uri })),
      )
      return respondDone({ account, context })
    },
  }),
  bulkRemovalRoute({ endpoint: wazzupV3.deleteDeals, removeRows: deleteDeals }),
]

function toDeal({ id, responsibleUserId, name, uri, contacts, closed }: Deal): z.infer<typeof storedDealSchema> {
  return { id, responsibleUserId, name, ...(uri === null ? {} : { uri }), contacts, closed }
}
