import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import {
  type Contact,
  type ContactChange,
  type ContactsQuery,
  contactResponseSchema,
  contactsResponseSchema,
  type NewContact,
} from '../../api/contact.ts'
import { itemsKey, refreshItems } from '../items/itemKeys.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { toQuery } from '../requests/toQuery.ts'

const key = [...itemsKey, 'contacts'] as const

/** The contacts that match a query, page by page. */
export function contactsQueryOptions(query: ContactsQuery) {
  return infiniteQueryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      sendRequest({
        path: `/contacts${toQuery({ limit: 100, ...query, after: pageParam })}`,
        schema: contactsResponseSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

/** The first contacts that match what is written, for choosing one. */
export function contactChoicesQueryOptions({ search }: { search: string }) {
  return queryOptions({
    queryKey: [...key, 'choices', search],
    queryFn: ({ signal }) =>
      sendRequest({ path: `/contacts${toQuery({ search, limit: 8 })}`, schema: contactsResponseSchema, signal }),
    placeholderData: keepPreviousData,
  })
}

/** One contact. */
export function contactQueryOptions({ id }: { id: string }) {
  return queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: async ({ signal }) =>
      (await sendRequest({ path: toPath(id), schema: contactResponseSchema, signal })).contact,
  })
}

/** Adds a contact. */
export function useCreateContact() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewContact) => sendRequest({ path: '/contacts', schema: contactResponseSchema, body }),
    onSuccess: () => refreshItems(queryClient),
  })
}

/** Changes a contact from the version that is on the page. */
export function useChangeContact({ id, version }: Pick<Contact, 'id' | 'version'>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: Omit<ContactChange, 'version'>) =>
      sendRequest({ path: toPath(id), method: 'PATCH', schema: contactResponseSchema, body: { version, ...change } }),
    onSuccess: ({ contact }) => queryClient.setQueryData(contactQueryOptions({ id }).queryKey, contact),
    onSettled: () => refreshItems(queryClient),
  })
}

function toPath(id: string): string {
  return `/contacts/${encodeURIComponent(id)}`
}
