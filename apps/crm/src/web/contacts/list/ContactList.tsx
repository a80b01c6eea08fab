import { useInfiniteQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { toErrorText } from '../../requests/toErrorText.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words/speech.ts'
import { contactQueries } from '../contactQueries.ts'
import { useContactColumns } from './useContactColumns.tsx'
import type { ContactFiltersState } from './useContactFilters.ts'

/** The contacts that match the filters, or the loading, empty or error state. */
export function ContactList({
  filters,
  isSelectable,
}: {
  filters: ContactFiltersState
  isSelectable: boolean
}): ReactNode {
  const words = useWords()
  const columns = useContactColumns()
  const contacts = useInfiniteQuery(contactQueries.list(filters.query))
  const { data, fetchNextPage, hasNextPage, isPlaceholderData } = contacts
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  if (contacts.isPending) return <Skeleton className="mx-5 h-10" count={10} label={words.contacts.loading} />
  if (contacts.isError && !data) {
    return (
      <Problem
        title={words.contacts.failed}
        text={toErrorText({ error: contacts.error, words })}
        onRetry={() => void contacts.refetch()}
      />
    )
  }
  if (rows.length === 0) return <NoContacts filters={filters} />
  return (
    <DataTable
      label={words.nav.contacts}
      rows={rows}
      total={data?.pages[0]?.total ?? 0}
      columns={columns}
      rowOf={({ id, name }) => ({ id, name })}
      sort={filters.sort}
      onSort={({ by, order }) => filters.set({ sort: by, order })}
      isSelectable={isSelectable}
      hasMore={hasNextPage}
      onMore={() => void fetchNextPage({ cancelRefetch: false })}
      isBusy={isPlaceholderData}
    />
  )
}

function NoContacts({ filters: { isFiltered, set } }: { filters: ContactFiltersState }): ReactNode {
  const words = useWords()
  if (!isFiltered) return <EmptyState icon={Users} title={words.contacts.empty} text={words.contacts.emptyText} />
  return (
    <EmptyState icon={Users} title={words.contacts.noMatch} text={words.contacts.noMatchText}>
      <Button onClick={() => set({ search: '', ownerId: '', chatType: '', waiting: '' })}>
        {words.table.clearFilters}
      </Button>
    </EmptyState>
  )
}
