import { Building2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { mayWrite, seesAll } from '../../api/role.ts'
import { BulkBar } from '../items/BulkBar.tsx'
import { FilterBar } from '../items/FilterBar.tsx'
import { OwnerFilter } from '../items/OwnerSelect.tsx'
import { useUrlFilters } from '../items/useUrlFilters.ts'
import { useUser } from '../session/users.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useWords } from '../words/speech.ts'
import { CompanyDialog } from './CompanyDialog.tsx'
import { CompanyList } from './CompanyList.tsx'

/** All companies: searched, filtered and sorted. */
export function CompaniesPage(): ReactNode {
  const words = useWords()
  const me = useUser()
  const { values, set } = useUrlFilters(['search', 'ownerId', 'sort', 'order', 'dialog'])
  const { search, ownerId, dialog } = values
  const canWrite = me ? mayWrite(me.role) : false
  const isFiltered = Boolean(search || ownerId)
  return (
    <>
      <PageHeader title={words.nav.companies}>
        {canWrite && (
          <Button look="primary" onClick={() => set({ dialog: 'new' })}>
            <Building2 aria-hidden className="size-4" />
            {words.companies.new}
          </Button>
        )}
      </PageHeader>
      <FilterBar onClear={isFiltered ? () => set({ search: '', ownerId: '' }) : null}>
        <SearchField
          label={words.companies.search}
          placeholder={words.companies.searchHint}
          value={search}
          onChange={(text) => set({ search: text })}
        />
        {me && seesAll(me.role) && <OwnerFilter value={ownerId} onChange={(id) => set({ ownerId: id })} />}
      </FilterBar>
      <CompanyList values={values} onSort={({ by, order }) => set({ sort: by, order })} isSelectable={canWrite} />
      {canWrite && <BulkBar kind="companies" />}
      {canWrite && dialog === 'new' && <CompanyDialog onClose={() => set({ dialog: '' })} />}
    </>
  )
}
