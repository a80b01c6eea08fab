import * as z from 'zod/mini'
import {
  type Deal,
  type DealChange,
  type DealsQuery,
  dealResponseSchema,
  dealsResponseSchema,
  type NewDeal,
} from '../../api/deal.ts'
import { createItemQueries } from '../items/createItemQueries.ts'

/** The queries and requests of deals. */
export const dealQueries = createItemQueries<Deal, DealsQuery, NewDeal, DealChange>({
  kind: 'deals',
  page: dealsResponseSchema,
  item: z.pipe(
    dealResponseSchema,
    z.transform(({ deal }) => deal),
  ),
})
