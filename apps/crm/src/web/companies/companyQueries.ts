import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import {
  type CompaniesQuery,
  type Company,
  type CompanyChange,
  companiesResponseSchema,
  companyResponseSchema,
  type NewCompany,
} from '../../api/company.ts'
import { itemsKey, refreshItems } from '../items/itemKeys.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { toQuery } from '../requests/toQuery.ts'

const key = [...itemsKey, 'companies'] as const

/** The companies that match a query, page by page. */
export function companiesQueryOptions(query: CompaniesQuery) {
  return infiniteQueryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      sendRequest({
        path: `/companies${toQuery({ limit: 100, ...query, after: pageParam })}`,
        schema: companiesResponseSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

/** The first companies that match what is written, for choosing one. */
export function companyChoicesQueryOptions({ search }: { search: string }) {
  return queryOptions({
    queryKey: [...key, 'choices', search],
    queryFn: ({ signal }) =>
      sendRequest({ path: `/companies${toQuery({ search, limit: 8 })}`, schema: companiesResponseSchema, signal }),
    placeholderData: keepPreviousData,
  })
}

/** One company. */
export function companyQueryOptions({ id }: { id: string }) {
  return queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: async ({ signal }) =>
      (await sendRequest({ path: toPath(id), schema: companyResponseSchema, signal })).company,
  })
}

/** Adds a company. */
export function useCreateCompany() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewCompany) => sendRequest({ path: '/companies', schema: companyResponseSchema, body }),
    onSuccess: () => refreshItems(queryClient),
  })
}

/** Changes a company from the version that is on the page. */
export function useChangeCompany({ id, version }: Pick<Company, 'id' | 'version'>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: Omit<CompanyChange, 'version'>) =>
      sendRequest({ path: toPath(id), method: 'PATCH', schema: companyResponseSchema, body: { version, ...change } }),
    onSuccess: ({ company }) => queryClient.setQueryData(companyQueryOptions({ id }).queryKey, company),
    onSettled: () => refreshItems(queryClient),
  })
}

function toPath(id: string): string {
  return `/companies/${encodeURIComponent(id)}`
}
