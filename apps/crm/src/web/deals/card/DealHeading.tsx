import { ChevronLeft, Ellipsis, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Contact } from '../../../api/contact.ts'
import type { Deal } from '../../../api/deal.ts'
import { SendMessageButton } from '../../contacts/SendMessageDialog.tsx'
import { useDeleteItems } from '../../items/itemMutations.ts'
import { Money } from '../../items/Money.tsx'
import { WaitingPill } from '../../items/WaitingPill.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useWords } from '../../words/speech.ts'

/** Props of {@link DealHeading}. */
export interface DealHeadingProps {
  deal: Deal
  /** Missing while it is loaded, and for those who may not see it. */
  contact: Contact | undefined
  canEdit: boolean
}

/** The deal's title and amount, who waits, and what can be done with the deal. */
export function DealHeading({ deal, contact, canEdit }: DealHeadingProps): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const deleteDeals = useDeleteItems('deals')
  const { id, title, amountCents, currency, waitingSince } = deal
  const remove = (): void => {
    deleteDeals.mutate([id])
    void navigate('/deals')
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Link
        to="/deals"
        aria-label={words.board.back}
        title={words.board.back}
        className="-ms-2 grid size-8 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      >
        <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      </Link>
      <div className="min-w-32 flex-1">
        <h1 className="text-base font-semibold tracking-tight wrap-anywhere">
          <bdi>{title}</bdi>
        </h1>
        <p className="text-[0.8125rem] text-soft">
          <Money amountCents={amountCents} currency={currency} />
        </p>
      </div>
      {waitingSince !== null && <WaitingPill since={waitingSince} />}
      {canEdit && (
        <div className="flex items-center gap-1">
          {contact && <SendMessageButton contact={contact} />}
          <Menu items={[{ label: words.delete, icon: Trash2, isDanger: true, onSelect: remove }]}>
            {(trigger) => <IconButton {...trigger} icon={Ellipsis} label={words.more} />}
          </Menu>
        </div>
      )}
    </div>
  )
}
