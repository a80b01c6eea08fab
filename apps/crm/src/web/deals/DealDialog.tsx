import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Deal } from '../../api/deal.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { showToast } from '../ui/toasts.ts'
import { useWords } from '../words/speech.ts'
import { DealForm } from './DealForm.tsx'
import { useChangeDeal, useCreateDeal } from './dealQueries.ts'

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
  const create = useCreateDeal()
  return (
    <Dialog title={words.deals.new} onClose={onClose}>
      {(close) => (
        <DealForm
          start={start}
          action={words.deals.add}
          error={create.error}
          isBusy={create.isPending}
          onCancel={close}
          onSend={(deal, onError) =>
            create.mutate(deal, {
              onError,
              onSuccess: ({ deal: { id } }) => navigate(`/deals/${encodeURIComponent(id)}`),
            })
          }
        />
      )}
    </Dialog>
  )
}

/** The form of a deal that exists, in a dialog. */
export function EditDealDialog({ deal, onClose }: { deal: Deal; onClose: () => void }): ReactNode {
  const words = useWords()
  const change = useChangeDeal(deal)
  return (
    <Dialog title={words.deals.edit} onClose={onClose}>
      {(close) => (
        <DealForm
          start={deal}
          action={words.save}
          error={change.error}
          isBusy={change.isPending}
          onCancel={close}
          onSend={(fields, onError) =>
            change.mutate(fields, {
              onError,
              onSuccess: () => {
                close()
                showToast({ text: words.saved })
              },
            })
          }
        />
      )}
    </Dialog>
  )
}
