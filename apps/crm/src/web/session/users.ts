import { queryOptions, useQuery } from '@tanstack/react-query'
import { meResponseSchema, type User, usersResponseSchema } from '../../api/user.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** The logged-in user, or null. */
export function meQueryOptions() {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => sendRequest({ path: '/me', schema: meResponseSchema, signal }),
    staleTime: 60_000,
  })
}

/** The logged-in user; undefined before they are known. */
export function useUser(): User | null | undefined {
  return useQuery(meQueryOptions()).data?.user
}

/** Every user of the demo. */
export function usersQueryOptions() {
  return queryOptions({
    queryKey: ['users'],
    queryFn: ({ signal }) => sendRequest({ path: '/users', schema: usersResponseSchema, signal }),
  })
}
