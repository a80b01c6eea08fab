import { infiniteQueryOptions } from '@tanstack/react-query'
import { type ActivityQuery, activityResponseSchema } from '../../api/activity.ts'
import { itemsKey } from '../items/itemKeys.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { toQuery } from '../requests/toQuery.ts'

/** The activity around an item, the latest first. */
export function activityQueryOptions(query: Pick<ActivityQuery, 'contactId' | 'dealId' | 'companyId'>) {
  return infiniteQueryOptions({
    queryKey: [...itemsKey, 'activity', query],
    queryFn: ({ pageParam, signal }) =>
      sendRequest({
        path: `/activity${toQuery({ ...query, before: pageParam, limit: 30 })}`,
        schema: activityResponseSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}
