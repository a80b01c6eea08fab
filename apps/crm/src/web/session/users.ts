import { queryOptions } from '@tanstack/react-query'
import { meResponseSchema, usersResponseSchema } from '../../api/user.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** The logged-in user, or null. */
export function meQueryOptions() {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => sendRequest({ path: '/me', schema: meResponseSchema, signal }),
    staleTime: 60_000,
  })
}

/** Every user of the demo. */
export function usersQueryOptions() {
  return queryOptions({
    queryKey: ['users'],
    queryFn: ({ signal }) => sendRequest({ path: '/users', schema: usersResponseSchema, signal }),
  })
}
