import { infiniteQueryOptions } from '@tanstack/react-query'
import { type ActivityQuery, activityResponseSchema } from '../../api/activity.ts'
import { toQuery } from '../../api/toQuery.ts'
import { toPages } from '../items/createItemQueries.ts'
import { itemsKey } from '../items/itemKeys.ts'
import { fromPageStart } from '../requests/pageStart.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** The activity around an item, the latest first. */
export function activityQueryOptions(query: Pick<ActivityQuery, 'contactId' | 'dealId' | 'companyId'>) {
  const toPath = (before: string): string => `/activity${toQuery({ ...query, before, limit: 30 })}`
  const schema = activityResponseSchema
  return infiniteQueryOptions({
    queryKey: [...itemsKey, 'activity', query],
    queryFn: ({ pageParam, signal }) => sendRequest({ path: toPath(pageParam), schema, signal }),
    initialPageParam: '',
    ...fromPageStart({ path: toPath(''), schema, toData: toPages }),
    getNextPageParam: ({ next }) => next,
  })
}
