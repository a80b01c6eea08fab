import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { storePageStart } from '../session/storePageStart.ts'
import { meQueryOptions } from '../session/users.ts'
import { RequestError } from './RequestError.ts'

/** Creates the cache of server data. Any response that reports an ended session logs out all pages. */
export function createQueryClient(): QueryClient {
  const onError = (error: Error): void => {
    if (isSessionEnd(error)) queryClient.setQueryData(meQueryOptions().queryKey, { user: null })
  }
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: shouldRetry } },
  })
  storePageStart(queryClient)
  return queryClient
}

function isSessionEnd(error: Error): boolean {
  return error instanceof RequestError && error.code === 'unauthenticated'
}

function shouldRetry(failures: number, error: Error): boolean {
  const isPassing = error instanceof RequestError && (error.code === 'unreachable' || error.code === 'internal')
  return isPassing && failures < 2
}
