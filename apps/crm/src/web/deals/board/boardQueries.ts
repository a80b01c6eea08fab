import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type BoardQuery, type BoardStage, boardResponseSchema, type DealStage } from '../../../api/deal.ts'
import { toQuery } from '../../../api/toQuery.ts'
import { fromPageStart } from '../../requests/pageStart.ts'
import { sendRequest } from '../../requests/sendRequest.ts'
import { dealQueries } from '../dealQueries.ts'

/** The filters of the board. */
export type BoardFilters = Pick<BoardQuery, 'search' | 'ownerId'>

/** The board with the filters that it was read with. */
export interface Board {
  filters: BoardFilters
  stages: BoardStage[]
}

const limit = 50

/** The counts, sums and first deals of all stages, in one request. */
export function boardQueryOptions(filters: BoardFilters) {
  const path = `/deals/board${toQuery({ ...filters, limit })}`
  const schema = boardResponseSchema
  const toData = ({ stages }: { stages: BoardStage[] }): Board => ({ filters, stages })
  return queryOptions({
    queryKey: [...dealQueries.key, 'board', filters],
    queryFn: async ({ signal }) => toData(await sendRequest({ path, schema, signal })),
    ...fromPageStart({ path, schema, toData }),
    placeholderData: keepPreviousData,
  })
}

/** The deals of one stage as its column has them, page by page. */
export function columnQueryOptions({ stage, filters }: { stage: DealStage; filters: BoardFilters }) {
  return dealQueries.list({ ...filters, stage, sort: 'board', limit })
}
