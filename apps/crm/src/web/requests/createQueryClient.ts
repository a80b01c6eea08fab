import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { storePageStart } from '../session/storePageStart.ts'
import { meQueryOptions } from '../session/users.ts'
import { noteReach } from './connection.ts'
import { RequestError } from './RequestError.ts'

/** Creates the cache of server data. Any response that reports an ended session logs out all pages. */
export function createQueryClient(): QueryClient {
  const onError = (error: Error): void => {
    noteReach(!isUnreachable(error))
    if (isSessionEnd(error)) queryClient.setQueryData(meQueryOptions().queryKey, { user: null })
  }
  const onSuccess = (): void => noteReach(true)
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError, onSuccess }),
    mutationCache: new MutationCache({ onError, onSuccess }),
    defaultOptions: { queries: { retry: shouldRetry } },
  })
  storePageStart(queryClient)
  return queryClient
}

function isUnreachable(error: Error): boolean {
  return error instanceof RequestError && error.code === 'unreachable'
}

function isSessionEnd(error: Error): boolean {
  return error instanceof RequestError && error.code === 'unauthenticated'
}

function shouldRetry(failures: number, error: Error): boolean {
  const isPassing = error instanceof RequestError && (error.code === 'unreachable' || error.code === 'internal')
  return isPassing && failures < 2
}
