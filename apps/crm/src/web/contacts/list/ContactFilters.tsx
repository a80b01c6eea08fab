import { Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { messengers } from '../../../api/chat.ts'
import { seesAll } from '../../../api/role.ts'
import { FilterBar } from '../../items/FilterBar.tsx'
import { OwnerFilter } from '../../items/OwnerSelect.tsx'
import { useUser } from '../../session/users.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { ToggleButton } from '../../ui/ToggleButton.tsx'
import { useWords } from '../../words/speech.ts'
import type { ContactFiltersState } from './useContactFilters.ts'

/** Search and filters of the contacts. */
export function ContactFilters({ filters }: { filters: ContactFiltersState }): ReactNode {
  const words = useWords()
  const me = useUser()
  const { values, set, isFiltered } = filters
  return (
    <FilterBar onClear={isFiltered ? () => set({ search: '', ownerId: '', chatType: '', waiting: '' }) : null}>
      <SearchField
        label={words.contacts.search}
        placeholder={words.contacts.searchHint}
        value={values.search}
        onChange={(search) => set({ search })}
      />
      <ToggleButton
        icon={Clock}
        isOn={values.waiting === 'true'}
        onToggle={(isOn) => set({ waiting: isOn ? 'true' : '' })}
      >
        {words.waiting.filter}
      </ToggleButton>
      {me && seesAll(me.role) && <OwnerFilter value={values.ownerId} onChange={(ownerId) => set({ ownerId })} />}
      <Select
        aria-label={words.contacts.messenger}
        value={values.chatType}
        onChange={(event) => set({ chatType: event.target.value })}
        choices={[
          { value: '', label: words.contacts.allMessengers },
          ...messengers.map((value) => ({ value, label: words.messengers[value] })),
        ]}
      />
    </FilterBar>
  )
}
