import type { Query, QueryClient, QueryFilters } from '@tanstack/react-query'

/** Reads again what may have changed. */
export interface Refresh {
  /** Reads what is shown now, and what is not once it is shown. */
  refresh: (filters?: QueryFilters) => void
  close: () => void
}

/**
 * Creates a {@link Refresh}. A query that is being read is read once more afterwards: the response under way may be older
 * than the change. `invalidateQueries` alone would lose that change, since it leaves a first read alone; and it would
 * cancel later ones, so that a list that changes faster than it is read would never be shown.
 */
export function createRefresh(queryClient: QueryClient): Refresh {
  const cache = queryClient.getQueryCache()
  const outdated = new Set<Query>()

  function read({ queryKey }: Query): void {
    void queryClient.invalidateQueries({ queryKey, exact: true })
  }

  const unsubscribe = cache.subscribe(({ query }) => {
    if (query.state.fetchStatus === 'idle' && outdated.delete(query)) read(query)
  })

  return {
    refresh(filters) {
      for (const query of cache.findAll(filters)) {
        if (query.state.fetchStatus === 'idle') read(query)
        else outdated.add(query)
      }
    },
    close: unsubscribe,
  }
}
