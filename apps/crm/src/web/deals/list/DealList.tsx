import { useInfiniteQuery } from '@tanstack/react-query'
import { Kanban } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { BulkBar } from '../../items/BulkBar.tsx'
import { toErrorText } from '../../requests/toErrorText.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words/speech.ts'
import { dealQueries } from '../dealQueries.ts'
import type { DealFiltersState } from '../useDealFilters.ts'
import { StageMenu } from './StageMenu.tsx'
import { useDealColumns } from './useDealColumns.tsx'

/** Props of {@link DealList}. */
export interface DealListProps {
  filters: DealFiltersState
  isSelectable: boolean
}

/** The deals that match the filters in a table, or the loading, empty or error state. */
export function DealList({ filters, isSelectable }: DealListProps): ReactNode {
  const words = useWords()
  const columns = useDealColumns()
  const deals = useInfiniteQuery(dealQueries.list(filters.query))
  const { data, fetchNextPage, hasNextPage, isPlaceholderData } = deals
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  if (deals.isPending) return <Skeleton className="mx-5 h-10" count={10} label={words.board.loading} />
  if (deals.isError && !data) {
    const text = toErrorText({ error: deals.error, words })
    return <Problem title={words.board.failed} text={text} onRetry={() => void deals.refetch()} />
  }
  if (rows.length === 0) return <NoDeals filters={filters} />
  return (
    <>
      <DataTable
        label={words.nav.deals}
        rows={rows}
        total={data?.pages[0]?.total ?? 0}
        columns={columns}
        rowOf={({ id, title }) => ({ id, name: title })}
        sort={filters.sort}
        onSort={({ by, order }) => filters.set({ sort: by, order })}
        isSelectable={isSelectable}
        hasMore={hasNextPage}
        onMore={() => void fetchNextPage({ cancelRefetch: false })}
        isBusy={isPlaceholderData}
      />
      {isSelectable && (
        <BulkBar kind="deals">
          <StageMenu deals={rows} />
        </BulkBar>
      )}
    </>
  )
}

function NoDeals({ filters: { isFiltered, clear } }: { filters: DealFiltersState }): ReactNode {
  const words = useWords()
  if (!isFiltered) return <EmptyState icon={Kanban} title={words.deals.empty} text={words.board.emptyText} />
  return (
    <EmptyState icon={Kanban} title={words.board.noMatch} text={words.board.noMatchText}>
      <Button onClick={clear}>{words.table.clearFilters}</Button>
    </EmptyState>
  )
}
