import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { meResponseSchema, type User } from '../../api/user.ts'
import { dropPageStart } from '../requests/pageStart.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { forgetDrafts } from '../ui/drafts.ts'
import { noteSignedIn } from './signedOut.ts'
import { meQueryOptions } from './users.ts'

/** Logs a user in. */
export function useLogin() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (userId: string) => sendRequest({ path: '/login', schema: meResponseSchema, body: { userId } }),
    onSuccess: (response) => storeUser(queryClient, response),
  })
}

/** Logs the user out. Reloading the page clears everything of theirs from memory, chats included. */
export function useLogout() {
  return useMutation({
    mutationFn: () => sendRequest({ path: '/logout', schema: meResponseSchema, body: {} }),
    onSuccess: () => {
      noteSignedIn(false)
      forgetDrafts()
      window.location.assign('/login')
    },
  })
}

/** Stores the logged-in user and drops all data of the previous one. */
function storeUser(queryClient: QueryClient, response: { user: User | null }): void {
  const { queryKey } = meQueryOptions()
  dropPageStart()
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] })
  queryClient.setQueryData(queryKey, response)
}
