import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod/mini'
import type { Item } from '../../api/item.ts'
import { RequestError } from '../requests/RequestError.ts'
import type { Fields } from './createItemQueries.ts'
import { refreshItems } from './itemKeys.ts'

type Version = Pick<Item, 'id' | 'version'>

/** The part of an item's queries that a change needs. */
export interface ChangeRequests<Each, Edit> {
  one: (item: { id: string }) => { queryKey: readonly unknown[] }
  change: (item: Version, fields: Fields<Edit>) => Promise<Each>
  item: z.ZodMiniType<Each>
}

/** Adds an item. */
export function useCreateItem<Each, New>({ create }: { create: (body: New) => Promise<Each> }) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: create, onSuccess: () => refreshItems(queryClient) })
}

/** Changes an item from the version that is on the page. */
export function useChangeItem<Each extends Item, Edit>(
  { one, change }: ChangeRequests<Each, Edit>,
  { id, version }: Version,
) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (fields: Fields<Edit>) => change({ id, version }, fields),
    onSuccess: (item) => queryClient.setQueryData(one({ id }).queryKey, item),
    onSettled: () => refreshItems(queryClient),
  })
}

/**
 * Changes an item in a form, from the version with which the form was opened, so that nobody's change is lost unseen. After
 * somebody else's change, the next attempt is made from theirs.
 */
export function useEditItem<Each extends Item, Edit>(requests: ChangeRequests<Each, Edit>, item: Version) {
  const [version, setVersion] = useState(item.version)
  const { change } = requests
  return useChangeItem(
    {
      ...requests,
      change: async (opened, fields: Fields<Edit>) => {
        try {
          return await change(opened, fields)
        } catch (error) {
          const current = requests.item.safeParse(error instanceof RequestError ? error.current : undefined)
          if (current.success) setVersion(current.data.version)
          throw error
        }
      },
    },
    { id: item.id, version },
  )
}
