import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { dashboardSchema } from '../../api/dashboard.ts'
import { boardResponseSchema } from '../../api/deal.ts'
import { toQuery } from '../../api/toQuery.ts'
import { itemsKey } from '../items/itemKeys.ts'
import { sendRequest } from '../requests/sendRequest.ts'

const dayMs = 86_400_000

/** The figures of the last days, today included, in the days of the browser's time zone. */
export function dashboardQueryOptions({ days }: { days: number }) {
  return queryOptions({
    queryKey: [...itemsKey, 'dashboard', days],
    queryFn: ({ signal }) => {
      const to = Date.now()
      const from = new Date(to - (days - 1) * dayMs).setHours(0, 0, 0, 0)
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      return sendRequest({ path: `/dashboard${toQuery({ from, to, timeZone })}`, schema: dashboardSchema, signal })
    },
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
}

/** The counts and sums of all stages. */
export function stagesQueryOptions() {
  return queryOptions({
    queryKey: [...itemsKey, 'deals', 'stages'],
    queryFn: async ({ signal }) =>
      (await sendRequest({ path: '/deals/board?limit=1', schema: boardResponseSchema, signal })).stages,
  })
}
