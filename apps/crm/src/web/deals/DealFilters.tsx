import { Kanban, Rows3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { dealStages } from '../../api/deal.ts'
import { seesAll } from '../../api/role.ts'
import { FilterBar } from '../items/FilterBar.tsx'
import { OwnerFilter } from '../items/OwnerSelect.tsx'
import { useUser } from '../session/users.ts'
import { SearchField } from '../ui/SearchField.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'
import { useWords } from '../words/speech.ts'
import type { DealFiltersState } from './useDealFilters.ts'

/** Search and filters of the deals, and the switch between board and list. */
export function DealFilters({ filters }: { filters: DealFiltersState }): ReactNode {
  const words = useWords()
  const me = useUser()
  const { values, set, view, isFiltered, clear } = filters
  return (
    <FilterBar onClear={isFiltered ? clear : null}>
      <Segments
        label={words.board.view}
        chosen={view}
        onChoose={(next) => set({ view: next === 'list' ? next : '', stage: '' })}
        choices={[
          { value: 'board', label: words.board.views.board, icon: Kanban },
          { value: 'list', label: words.board.views.list, icon: Rows3 },
        ]}
      />
      <SearchField
        label={words.board.search}
        placeholder={words.board.searchHint}
        value={values.search}
        onChange={(search) => set({ search })}
      />
      {me && seesAll(me.role) && <OwnerFilter value={values.ownerId} onChange={(ownerId) => set({ ownerId })} />}
      {view === 'list' && (
        <Select
          aria-label={words.fields.stage}
          value={values.stage}
          onChange={(event) => set({ stage: event.target.value })}
          choices={[
            { value: '', label: words.board.allStages },
            ...dealStages.map((value) => ({ value, label: words.stages[value] })),
          ]}
        />
      )}
    </FilterBar>
  )
}
