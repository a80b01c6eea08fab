import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { meQueryOptions } from '../session/me.ts'
import { RequestError } from './RequestError.ts'

/** The cache of what the server has said. Whatever request finds that the session has ended ends it for all pages. */
export function createQueryClient(): QueryClient {
  const onError = (error: Error): void => {
    if (isSessionEnd(error)) queryClient.setQueryData(meQueryOptions().queryKey, { user: null })
  }
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: isWorthRepeating } },
  })
  return queryClient
}

function isSessionEnd(error: Error): boolean {
  return error instanceof RequestError && error.code === 'unauthenticated'
}

function isWorthRepeating(failures: number, error: Error): boolean {
  const isPassing = error instanceof RequestError && (error.code === 'unreachable' || error.code === 'internal')
  return isPassing && failures < 2
}
