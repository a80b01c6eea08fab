import {
  dealAnswerSchema,
  type dealSchema,
  dealsAnswerSchema,
  dealsDeleteRequestSchema,
  dealsRequestSchema,
} from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { type Deal, type DealUpload, deleteDeals, getDeal, listDeals, saveDeals } from '../../store/entities/deals.ts'
import { answerData } from './answerData.ts'
import { listQuerySchema } from './listQuery.ts'
import { refuseUnknown } from './refuseUnknown.ts'
import { notFound } from './techErrors.ts'

/** Deals of the CRM. @see https://wazzup24.com/help/api/deals/ */
export const deals: Route[] = [
  ...(['POST', 'PATCH'] as const).map((method) =>
    defineRoute({
      operation: method === 'POST' ? 'wazzup-tech.saveDeals' : 'wazzup-tech.updateDeals',
      method,
      path: '/deals',
      summary: method === 'POST' ? 'Add deals' : 'Update deals',
      body: dealsRequestSchema,
      check: refuseUnknown({ schema: dealsRequestSchema }),
      answers: { 200: { description: 'How many were taken in.' } },
      async handle(call) {
        await saveDeals(call.account.store, call.body.deals.map(toDealUpload))
        return answerData(call, { processed: call.body.deals.length })
      },
    }),
  ),
  defineRoute({
    operation: 'wazzup-tech.listDeals',
    method: 'GET',
    path: '/deals',
    summary: 'List deals, 100 at a time',
    query: listQuerySchema,
    answers: { 200: { description: 'A page of the deals.', schema: dealsAnswerSchema } },
    async handle(call) {
      const { items } = await listDeals(call.account.store.database, call.query)
      return answerData(call, items.map(toTechDeal))
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.fetchDeal',
    method: 'GET',
    path: '/deals/:deal_id',
    summary: 'Get a deal',
    answers: { 200: { description: 'The deal.', schema: dealAnswerSchema } },
    async handle(call) {
      const deal = await getDeal(call.account.store.database, call.context.req.param('deal_id') ?? '')
      return deal ? answerData(call, toTechDeal(deal)) : call.refuse(notFound('Deal'))
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.deleteDeals',
    method: 'DELETE',
    path: '/deals',
    summary: 'Delete deals',
    body: dealsDeleteRequestSchema,
    check: refuseUnknown({ schema: dealsDeleteRequestSchema }),
    answers: { 200: { description: 'How many were deleted.' } },
    async handle(call) {
      const ids = await deleteDeals(
        call.account.store,
        call.body.deals.map(({ id }) => id),
      )
      return answerData(call, { processed: ids.length })
    },
  }),
]

/** A deal of this API as the store takes it. */
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
