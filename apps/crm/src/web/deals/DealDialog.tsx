import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Deal } from '../../api/deal.ts'
import { useCreateItem } from '../items/saveItem.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/speech.ts'
import { DealForm } from './DealForm.tsx'
import { dealQueries } from './dealQueries.ts'

/** Props of {@link DealDialog}. */
export interface DealDialogProps {
  /** Fields to begin with, e.g. the contact and the stage. */
  start?: Partial<Deal>
  onClose: () => void
}

/** The form for a new deal, in a dialog. Its card opens afterwards. */
export function DealDialog({ start = {}, onClose }: DealDialogProps): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const create = useCreateItem(dealQueries)
  return (
    <Dialog title={words.deals.new} onClose={onClose}>
      {(close) => (
        <DealForm
          start={start}
          action={words.deals.add}
          error={create.error}
          isBusy={create.isPending}
          onCancel={close}
          onSend={async (deal) => {
            const { id } = await create.mutateAsync(deal)
            await navigate(`/deals/${encodeURIComponent(id)}`)
          }}
        />
      )}
    </Dialog>
  )
}
