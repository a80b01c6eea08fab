import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import type { Change, Item } from '../../api/item.ts'
import type { ListQuery, Page } from '../../api/page.ts'
import { toQuery } from '../../api/toQuery.ts'
import { fromPageStart } from '../requests/pageStart.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { type ItemKind, itemsKey } from './itemKeys.ts'

/** Options of {@link createItemQueries}. */
export interface ItemQueriesOptions<Each> {
  kind: ItemKind
  /** Schema of a page of the list. */
  page: z.ZodMiniType<Page<Each>>
  /** Schema of one item, read from the response that carries it. */
  item: z.ZodMiniType<Each>
}

/** Fields of a change. The version is that of the item. */
export type Fields<Edit> = Omit<Edit, 'version'>

/** The queries and requests of one kind of items. */
export function createItemQueries<
  Each extends Item,
  Query extends ListQuery,
  New extends object,
  Edit extends Change<object>,
>({ kind, page, item }: ItemQueriesOptions<Each>) {
  const key = [...itemsKey, kind] as const
  const toPath = (id: string): string => `/${kind}/${encodeURIComponent(id)}`
  const toListPath = (query: Query, after: string): string => `/${kind}${toQuery({ limit: 100, ...query, after })}`
  return {
    /** The beginning of the key of everything that is read about them. */
    key,
    /** The address of an item in the API. */
    toPath,
    /** Schema of one item, read from a response. */
    item,
    /** The items that match a query, page by page. */
    list: (query: Query) =>
      infiniteQueryOptions({
        queryKey: [...key, 'list', query],
        queryFn: ({ pageParam, signal }) => sendRequest({ path: toListPath(query, pageParam), schema: page, signal }),
        initialPageParam: '',
        ...fromPageStart({ path: toListPath(query, ''), schema: page, toData: toPages }),
        getNextPageParam: ({ next }) => next,
        placeholderData: keepPreviousData,
      }),
    /** The first items that match what is written, for choosing one. */
    choices: ({ search }: { search: string }) =>
      queryOptions({
        queryKey: [...key, 'choices', search],
        queryFn: ({ signal }) =>
          sendRequest({ path: `/${kind}${toQuery({ search, limit: 8 })}`, schema: page, signal }),
        placeholderData: keepPreviousData,
      }),
    /** One item. */
    one: ({ id }: { id: string }) =>
      queryOptions({
        queryKey: [...key, 'one', id],
        queryFn: ({ signal }) => sendRequest({ path: toPath(id), schema: item, signal }),
        ...fromPageStart({ path: toPath(id), schema: item, toData: (data) => data }),
      }),
    create: (body: New) => sendRequest({ path: `/${kind}`, schema: item, body }),
    change: ({ id, version }: Pick<Item, 'id' | 'version'>, fields: Fields<Edit>) =>
      sendRequest({ path: toPath(id), method: 'PATCH', schema: item, body: { version, ...fields } }),
  }
}

/** The data of a query whose first page is known. */
export function toPages<Body>(page: Body) {
  return { pages: [page], pageParams: [''] }
}
