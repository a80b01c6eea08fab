import type { QueryClient } from '@tanstack/react-query'
import { type ItemKind, itemsKey } from './itemKeys.ts'
import { withoutItems } from './withoutItems.ts'

/** Takes items out of all lists before the server has answered. @returns a function that puts them back. */
export async function removeFromLists({
  queryClient,
  kind,
  ids,
}: {
  queryClient: QueryClient
  kind: ItemKind
  ids: readonly string[]
}): Promise<() => void> {
  const filter = { queryKey: [...itemsKey, kind, 'list'] }
  await queryClient.cancelQueries(filter)
  const before = queryClient.getQueriesData(filter)
  queryClient.setQueriesData(filter, (data: unknown) => withoutItems(data, new Set(ids)))
  return () => {
    for (const [key, data] of before) queryClient.setQueryData(key, data)
  }
}
