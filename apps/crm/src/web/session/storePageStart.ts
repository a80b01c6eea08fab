import type { QueryClient } from '@tanstack/react-query'
import { settingsQueryOptions } from '../admin/adminQueries.ts'
import { readPageStart } from '../requests/pageStart.ts'
import { meQueryOptions } from './users.ts'

/** Puts the user and the settings that the server has written into the page into the cache. */
export function storePageStart(queryClient: QueryClient): void {
  const start = readPageStart()
  if (!start) return // The queries send their requests, then.
  queryClient.setQueryData(meQueryOptions().queryKey, start.me)
  if (start.settings) queryClient.setQueryData(settingsQueryOptions().queryKey, start.settings)
}
