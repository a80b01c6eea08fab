import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { DealLines } from '../deals/DealLines.tsx'
import { dealQueries } from '../deals/dealQueries.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/speech.ts'

/** The deals of a company that the user sees. */
export function CompanyDeals({ companyId }: { companyId: string }): ReactNode {
  const words = useWords()
  const deals = useInfiniteQuery(dealQueries.list({ companyId, limit: 20 }))
  const items = deals.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-labelledby="company-deals" className="mt-4">
      <h2 id="company-deals" className="mb-1.5 font-semibold">
        {words.nav.deals}
      </h2>
      {deals.isSuccess && items.length === 0 && <p className="text-soft">{words.deals.empty}</p>}
      <DealLines deals={items} />
      {deals.hasNextPage && (
        <Button look="quiet" className="mt-1" onClick={() => void deals.fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </section>
  )
}
