import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { meResponseSchema, type User, usersResponseSchema } from '../../api/user.ts'
import { fromPageStart } from '../requests/pageStart.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** The logged-in user, or null. */
export function meQueryOptions() {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => sendRequest({ path: '/me', schema: meResponseSchema, signal }),
    staleTime: 60_000,
  })
}

/** The logged-in user. */
export const UserContext = createContext<User | null>(null)

/** Every user of the demo; none before they are known. */
export const UsersContext = createContext<readonly User[]>([])

/** The logged-in user, or null outside the pages behind the login. */
export function useUser(): User | null {
  return useContext(UserContext)
}

/** Every user of the demo; none before they are known. */
export function useUsers(): readonly User[] {
  return useContext(UsersContext)
}

/** Every user of the demo. */
export function usersQueryOptions() {
  const request = { path: '/users', schema: usersResponseSchema }
  return queryOptions({
    queryKey: ['users'],
    queryFn: ({ signal }) => sendRequest({ ...request, signal }),
    ...fromPageStart({ ...request, toData: (data) => data }),
    staleTime: 60_000,
  })
}
