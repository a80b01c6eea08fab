import { wazzupV2 } from '@crm-chat/vendors/endpoints'
import type { StoredDeal } from '@crm-chat/vendors/wazzup-v2'
import { entityNotFound, entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Deal, deleteDeals, getDeal, listDeals, saveDeals } from '../../store/entities/deals.ts'

/** `/v2/deals`. @see CRM API V2, "Working with a deal list" */
export const deals: Route[] = [
  defineRoute({
    endpoint: wazzupV2.listDeals,
    async handle({ account, query, context }) {
      const { items } = await listDeals(account.store.database, query)
      return context.json(items.map(toDeal))
    },
  }),
  ...entityRoutes({
    fetch: wazzupV2.fetchDeal,
    remove: wazzupV2.deleteDeal,
    get: getDeal,
    toBody: toDeal,
    removeRows: deleteDeals,
    respondRemoved: ({ context }) => context.body(null, 200),
    notFound: entityNotFound('deal'),
  }),
  defineRoute({
    endpoint: wazzupV2.saveDeals,
    async handle({ account, body, context }) {
      await saveDeals(account.store, body)
      return context.body(null, 200)
    },
  }),
]

/** The document shows ids of deals as numbers, so numeric ids are returned as numbers. */
function toDeal({ id, responsibleUserId, name, closed, contacts }: Deal): StoredDeal {
  const number = Number(id)
  return { id: String(number) === id ? number : id, responsibleUserId, name, closed, contacts }
}
