import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import {
  type Deal,
  type DealChange,
  type DealsQuery,
  dealResponseSchema,
  dealsResponseSchema,
  type NewDeal,
} from '../../api/deal.ts'
import { itemsKey, refreshItems } from '../items/itemKeys.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { toQuery } from '../requests/toQuery.ts'

/** The beginning of the key of everything that is read about deals. */
export const dealsKey = [...itemsKey, 'deals'] as const

/** The deals that match a query, page by page. */
export function dealsQueryOptions(query: DealsQuery) {
  return infiniteQueryOptions({
    queryKey: [...dealsKey, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      sendRequest({
        path: `/deals${toQuery({ limit: 100, ...query, after: pageParam })}`,
        schema: dealsResponseSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

/** The first deals that match what is written, for choosing one. */
export function dealChoicesQueryOptions({ search }: { search: string }) {
  return queryOptions({
    queryKey: [...dealsKey, 'choices', search],
    queryFn: ({ signal }) =>
      sendRequest({ path: `/deals${toQuery({ search, limit: 8 })}`, schema: dealsResponseSchema, signal }),
    placeholderData: keepPreviousData,
  })
}

/** One deal. */
export function dealQueryOptions({ id }: { id: string }) {
  return queryOptions({
    queryKey: [...dealsKey, 'one', id],
    queryFn: async ({ signal }) =>
      (await sendRequest({ path: toDealPath(id), schema: dealResponseSchema, signal })).deal,
  })
}

/** Adds a deal. */
export function useCreateDeal() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewDeal) => sendRequest({ path: '/deals', schema: dealResponseSchema, body }),
    onSuccess: () => refreshItems(queryClient),
  })
}

/** Changes a deal from the version that is on the page. */
export function useChangeDeal({ id, version }: Pick<Deal, 'id' | 'version'>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: Omit<DealChange, 'version'>) =>
      sendRequest({ path: toDealPath(id), method: 'PATCH', schema: dealResponseSchema, body: { version, ...change } }),
    onSuccess: ({ deal }) => queryClient.setQueryData(dealQueryOptions({ id }).queryKey, deal),
    onSettled: () => refreshItems(queryClient),
  })
}

/** The address of a deal in the API. */
export function toDealPath(id: string): string {
  return `/deals/${encodeURIComponent(id)}`
}
