import type { QueryClient } from '@tanstack/react-query'

/** Kinds of items that can be changed together. */
export type ItemKind = 'contacts' | 'companies' | 'deals' | 'tasks'

/** The beginning of the key of everything that is read from the CRM's data. */
export const itemsKey = ['items'] as const

/**
 * Reads again what is on the page, after a change. Items name each other and count each other, so all of them are read;
 * those that are on no page wait until they are needed.
 */
export function refreshItems(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: itemsKey })
}
