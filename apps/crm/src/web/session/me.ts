import { queryOptions } from '@tanstack/react-query'
import { meAnswerSchema } from '../../api/user.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** Who is logged in, if anybody is. */
export function meQueryOptions() {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => sendRequest({ path: '/me', answer: meAnswerSchema, signal }),
    staleTime: 60_000,
  })
}
