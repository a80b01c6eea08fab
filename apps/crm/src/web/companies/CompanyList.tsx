import { useInfiniteQuery } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { companySorts } from '../../api/company.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import type { Sort } from '../ui/table/column.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { useWords } from '../words/speech.ts'
import { companyQueries } from './companyQueries.ts'
import { useCompanyColumns } from './useCompanyColumns.tsx'

/** Props of {@link CompanyList}. */
export interface CompanyListProps {
  values: Record<'search' | 'ownerId' | 'sort' | 'order', string>
  onSort: (sort: Sort) => void
  isSelectable: boolean
}

/** The companies that match the filters, or the loading, empty or error state. */
export function CompanyList({ values, onSort, isSelectable }: CompanyListProps): ReactNode {
  const words = useWords()
  const columns = useCompanyColumns()
  const search = values.search.trim()
  const sort = companySorts.find((each) => each === values.sort) ?? 'name'
  const order = values.order === 'desc' ? 'desc' : 'asc'
  const ownerId = values.ownerId || undefined
  const companies = useInfiniteQuery(companyQueries.list({ search: search || undefined, ownerId, sort, order }))
  const { data, fetchNextPage, hasNextPage, isPlaceholderData } = companies
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  if (companies.isPending) return <Skeleton className="mx-5 h-10" count={10} label={words.companies.loading} />
  if (companies.isError && !data) {
    const text = toErrorText({ error: companies.error, words })
    return <Problem title={words.companies.failed} text={text} onRetry={() => void companies.refetch()} />
  }
  if (rows.length === 0) {
    return search || ownerId ? (
      <EmptyState icon={Building2} title={words.companies.noMatch} text={words.contacts.noMatchText} />
    ) : (
      <EmptyState icon={Building2} title={words.companies.empty} text={words.companies.emptyText} />
    )
  }
  return (
    <DataTable
      label={words.nav.companies}
      rows={rows}
      total={data?.pages[0]?.total ?? 0}
      columns={columns}
      rowOf={({ id, name }) => ({ id, name })}
      sort={{ by: sort, order }}
      onSort={onSort}
      isSelectable={isSelectable}
      hasMore={hasNextPage}
      onMore={() => void fetchNextPage({ cancelRefetch: false })}
      isBusy={isPlaceholderData}
    />
  )
}
