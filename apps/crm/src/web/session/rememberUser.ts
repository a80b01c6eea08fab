import type { QueryClient } from '@tanstack/react-query'
import type { User } from '../../api/user.ts'
import { meQueryOptions } from './me.ts'

/** Makes it known who is logged in now. Nothing that the one before has loaded is kept. */
export function rememberUser(queryClient: QueryClient, answer: { user: User | null }): void {
  const { queryKey } = meQueryOptions()
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] })
  queryClient.setQueryData(queryKey, answer)
}
