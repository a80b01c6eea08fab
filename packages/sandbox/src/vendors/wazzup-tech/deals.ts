import { wazzupTech } from '@crm-chat/vendors/endpoints'
import type { dealSchema } from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import { entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Deal, type DealUpload, deleteDeals, getDeal, listDeals, saveDeals } from '../../store/entities/deals.ts'
import { respondData } from './respondData.ts'
import { notFound } from './techErrors.ts'
import { uploadRoutes } from './uploadRoutes.ts'

/** Deals of the CRM. @see https://wazzup24.com/help/api/deals/ */
export const deals: Route[] = [
  ...uploadRoutes({
    endpoints: [wazzupTech.saveDeals, wazzupTech.updateDeals],
    async save({ account, body: { deals } }) {
      await saveDeals(account.store, deals.map(toDealUpload))
      return deals.length
    },
  }),
  defineRoute({
    endpoint: wazzupTech.listDeals,
    async handle(call) {
      const { items } = await listDeals(call.account.store.database, call.query)
      return respondData(call, items.map(toTechDeal))
    },
  }),
  ...entityRoutes({
    fetch: wazzupTech.fetchDeal,
    remove: wazzupTech.deleteDeals,
    listIds: ({ deals }) => deals.map(({ id }) => id),
    get: getDeal,
    toBody: toTechDeal,
    removeRows: deleteDeals,
    respond: respondData,
    respondRemoved: (call, ids) => respondData(call, { processed: ids.length }),
    notFound: notFound('Deal'),
  }),
]

/** Converts a deal for the store. */
export function toDealUpload(deal: z.output<typeof dealSchema>): DealUpload {
  const { responsible_user_id: responsibleUserId, ...fields } = deal
  return { ...fields, responsibleUserId }
}

function toTechDeal({ id, responsibleUserId, name, uri, contacts, closed }: Deal) {
  return {
    id,
    ...(responsibleUserId !== null && { responsible_user_id: responsibleUserId }),
    name,
    uri,
    contacts,
    closed,
  }
}
