import { useInfiniteQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Contact } from '../../api/contact.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useWords } from '../words/speech.ts'
import { DealDialog } from './DealDialog.tsx'
import { DealLines } from './DealLines.tsx'
import { dealQueries } from './dealQueries.ts'

/** The deals of a contact, with a way to add one. */
export function CardDeals({ contact, canAdd }: { contact: Contact; canAdd: boolean }): ReactNode {
  const words = useWords()
  const [isAdding, setIsAdding] = useState(false)
  const deals = useInfiniteQuery(dealQueries.list({ contactId: contact.id, limit: 20 }))
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
