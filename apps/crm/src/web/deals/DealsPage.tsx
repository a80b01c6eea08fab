import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { type DealStage, dealStages } from '../../api/deal.ts'
import { mayWrite } from '../../api/role.ts'
import { useUser } from '../session/users.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useWords } from '../words/speech.ts'
import { DealBoard } from './board/DealBoard.tsx'
import { DealDialog } from './DealDialog.tsx'
import { DealFilters } from './DealFilters.tsx'
import { DealList } from './list/DealList.tsx'
import { useDealFilters } from './useDealFilters.ts'

/** The deals that the user sees, on a board by stage or in a list. */
export function DealsPage(): ReactNode {
  const words = useWords()
  const me = useUser()
  const filters = useDealFilters()
  const { values, set, view, stage } = filters
  const canWrite = me ? mayWrite(me.role) : false
  const openDialog = (dialog: DealStage): void => set({ dialog })
  const dialog = dealStages.find((each) => each === values.dialog)
  return (
    <div className={view === 'board' ? 'flex h-full min-h-120 flex-col' : ''}>
      <PageHeader title={words.nav.deals}>
        {canWrite && (
          <Button look="primary" onClick={() => openDialog('new')}>
            <Plus aria-hidden className="size-4" />
            {words.deals.new}
          </Button>
        )}
      </PageHeader>
      <DealFilters filters={filters} />
      {view === 'board' ? (
        <DealBoard
          filters={filters.filters}
          stage={stage ?? 'new'}
          onStage={(next) => set({ stage: next })}
          onAdd={canWrite ? openDialog : undefined}
        />
      ) : (
        <DealList filters={filters} isSelectable={canWrite} />
      )}
      {canWrite && dialog && <DealDialog start={{ stage: dialog }} onClose={() => set({ dialog: '' })} />}
    </div>
  )
}
