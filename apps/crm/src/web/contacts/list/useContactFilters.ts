import { messengers } from '../../../api/chat.ts'
import { type ContactsQuery, contactSorts } from '../../../api/contact.ts'
import { type UrlFilters, useUrlFilters } from '../../items/useUrlFilters.ts'
import type { Sort } from '../../ui/table/column.ts'

const names = ['search', 'ownerId', 'chatType', 'waiting', 'sort', 'order'] as const

/** The filters of the contacts, in the page's address. */
export interface ContactFiltersState extends UrlFilters<(typeof names)[number]> {
  query: ContactsQuery
  sort: Sort
  isFiltered: boolean
}

/** Reads the filters of the contacts. Those who wait come first, unless the user sorts them otherwise. */
export function useContactFilters(): ContactFiltersState {
  const filters = useUrlFilters(names)
  const { search, ownerId, chatType, waiting, sort, order } = filters.values
  const by = contactSorts.find((each) => each === sort) ?? 'waiting'
  const direction = order === 'desc' ? 'desc' : 'asc'
  return {
    ...filters,
    query: {
      search: search.trim() || undefined,
      ownerId: ownerId || undefined,
      chatType: messengers.find((each) => each === chatType),
      waiting: waiting === 'true' || undefined,
      sort: by,
      order: direction,
    },
    sort: { by, order: direction },
    isFiltered: [search, ownerId, chatType, waiting].some(Boolean),
  }
}
