import type { QueryClient } from '@tanstack/react-query'
import { pageStartSchema } from '../../api/pageStart.ts'
import { settingsQueryOptions } from '../admin/adminQueries.ts'
import { meQueryOptions } from './users.ts'

/** Puts the data that the server has written into the page into the cache. The pages of the dev server have none. */
export function storePageStart(queryClient: QueryClient): void {
  const text = document.getElementById('page-start')?.textContent
  if (!text) return
  const { data } = pageStartSchema.safeParse(JSON.parse(text))
  if (!data) return // The queries send their requests, then.
  queryClient.setQueryData(meQueryOptions().queryKey, data.me)
  if (data.settings) queryClient.setQueryData(settingsQueryOptions().queryKey, data.settings)
}
