import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { contactResponseSchema, contactsResponseSchema, type NewContact } from '../../api/oldContact.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** The user's contacts, sorted by name; with a search, the matching ones. */
export function contactsQueryOptions({ search }: { search: string }) {
  return queryOptions({
    queryKey: ['contacts', 'list', { search }],
    queryFn: ({ signal }) => {
      const query = search ? `?${new URLSearchParams({ search })}` : ''
      return sendRequest({ path: `/contacts${query}`, schema: contactsResponseSchema, signal })
    },
    placeholderData: keepPreviousData,
  })
}

/** One contact. */
export function contactQueryOptions({ id }: { id: string }) {
  return queryOptions({
    queryKey: ['contacts', 'one', id],
    queryFn: ({ signal }) =>
      sendRequest({ path: `/contacts/${encodeURIComponent(id)}`, schema: contactResponseSchema, signal }),
  })
}

/** Adds a contact. */
export function useCreateContact() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (contact: NewContact) =>
      sendRequest({ path: '/contacts', schema: contactResponseSchema, body: contact }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['contacts', 'list'] }),
  })
}
