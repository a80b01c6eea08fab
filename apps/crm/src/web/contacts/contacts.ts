import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { contactAnswerSchema, contactsAnswerSchema } from '../../api/contact.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** The user's contacts, by name; only those that match a search, if there is one. */
export function contactsQueryOptions({ search }: { search: string }) {
  return queryOptions({
    queryKey: ['contacts', 'list', { search }],
    queryFn: ({ signal }) => {
      const query = search ? `?${new URLSearchParams({ search })}` : ''
      return sendRequest({ path: `/contacts${query}`, answer: contactsAnswerSchema, signal })
    },
    placeholderData: keepPreviousData,
  })
}

/** One contact. */
export function contactQueryOptions({ id }: { id: string }) {
  return queryOptions({
    queryKey: ['contacts', 'one', id],
    queryFn: ({ signal }) =>
      sendRequest({ path: `/contacts/${encodeURIComponent(id)}`, answer: contactAnswerSchema, signal }),
  })
}
