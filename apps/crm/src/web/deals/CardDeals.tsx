import { useInfiniteQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { Contact } from '../../api/contact.ts'
import type { Deal } from '../../api/deal.ts'
import { Money } from '../items/Money.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useWords } from '../words/speech.ts'
import { DealDialog } from './DealDialog.tsx'
import { dealsQueryOptions } from './dealQueries.ts'
import { StagePill } from './StagePill.tsx'

/** The deals of a contact, with a way to add one. */
export function CardDeals({ contact, canAdd }: { contact: Contact; canAdd: boolean }): ReactNode {
  const words = useWords()
  const [isAdding, setIsAdding] = useState(false)
  const deals = useInfiniteQuery(dealsQueryOptions({ contactId: contact.id, limit: 20 }))
  const items = deals.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-labelledby="card-deals" className="mt-4">
      <div className="flex h-8 items-center justify-between">
        <h2 id="card-deals" className="font-semibold">
          {words.nav.deals}
        </h2>
        {canAdd && <IconButton icon={Plus} label={words.deals.new} onClick={() => setIsAdding(true)} />}
      </div>
      {deals.isSuccess && items.length === 0 && <p className="text-soft">{words.deals.empty}</p>}
      <DealLines deals={items} />
      {isAdding && (
        <DealDialog start={{ contactId: contact.id, contact: contact.name }} onClose={() => setIsAdding(false)} />
      )}
    </section>
  )
}

/** Deals in short: title, stage and amount, each a link. */
export function DealLines({ deals }: { deals: readonly Deal[] }): ReactNode {
  return (
    <ul className="flex flex-col gap-1.5">
      {deals.map(({ id, title, stage, amountCents, currency }) => (
        <li
          key={id}
          className="relative flex min-h-10 items-center gap-2.5 rounded-lg border border-line px-3 py-1.5 shadow-card hover:bg-sunken/60 pointer-coarse:min-h-12"
        >
          <Link
            to={`/deals/${encodeURIComponent(id)}`}
            className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0"
          >
            <bdi>{title}</bdi>
          </Link>
          <StagePill stage={stage} />
          {amountCents > 0 && <Money amountCents={amountCents} currency={currency} />}
        </li>
      ))}
    </ul>
  )
}
