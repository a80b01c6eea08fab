import { queryOptions } from '@tanstack/react-query'
import { usersAnswerSchema } from '../../api/user.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** Everybody who may log in to the demo. */
export function usersQueryOptions() {
  return queryOptions({
    queryKey: ['users'],
    queryFn: ({ signal }) => sendRequest({ path: '/users', answer: usersAnswerSchema, signal }),
  })
}
