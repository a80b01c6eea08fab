import { type DealStage, type DealsQuery, dealSorts, dealStages } from '../../api/deal.ts'
import { type UrlFilters, useUrlFilters } from '../items/useUrlFilters.ts'
import type { Sort } from '../ui/table/column.ts'

const names = ['search', 'ownerId', 'view', 'stage', 'sort', 'order', 'dialog'] as const

/** The filters of the deals, in the page's address. */
export interface DealFiltersState extends UrlFilters<(typeof names)[number]> {
  view: 'board' | 'list'
  /** The stage of the list, or the column that a phone shows. */
  stage: DealStage | undefined
  filters: Pick<DealsQuery, 'search' | 'ownerId'>
  /** Query of the list. */
  query: DealsQuery
  sort: Sort
  isFiltered: boolean
  clear: () => void
}

/** Reads the filters of the deals. */
export function useDealFilters(): DealFiltersState {
  const urlFilters = useUrlFilters(names)
  const { values, set } = urlFilters
  const view = values.view === 'list' ? 'list' : 'board'
  const stage = dealStages.find((each) => each === values.stage)
  const filters = { search: values.search.trim() || undefined, ownerId: values.ownerId || undefined }
  const by = dealSorts.find((each) => each === values.sort) ?? 'board'
  const order = values.order === 'desc' ? 'desc' : 'asc'
  return {
    ...urlFilters,
    view,
    stage,
    filters,
    query: { ...filters, stage, sort: by, order },
    sort: { by, order },
    isFiltered: Boolean(filters.search || filters.ownerId || (view === 'list' && stage)),
    clear: () => set({ search: '', ownerId: '', ...(view === 'list' && { stage: '' }) }),
  }
}
