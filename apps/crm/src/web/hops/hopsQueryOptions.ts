import { queryOptions } from '@tanstack/react-query'
import { hopsResponseSchema } from '../../api/hop.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** The user's latest requests to the chat proxy with their hops, read again every two seconds. */
export function hopsQueryOptions() {
  return queryOptions({
    queryKey: ['hops'],
    queryFn: async ({ signal }) => (await sendRequest({ path: '/hops', schema: hopsResponseSchema, signal })).requests,
    refetchInterval: 2_000,
  })
}
