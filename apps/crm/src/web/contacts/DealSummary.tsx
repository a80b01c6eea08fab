import type { ReactNode } from 'react'
import { type Deal, dealStages } from '../../api/oldContact.ts'
import { dealStageNames, formatAmount } from './deals.ts'

/** A deal's title, amount and stage. */
export function DealSummary({ deal }: { deal: Deal }): ReactNode {
  const reached = dealStages.indexOf(deal.stage)
  return (
    <>
      <p className="font-medium">{deal.title}</p>
      <p className="mt-1 text-2xl font-semibold tracking-tight tabular-nums">
        {deal.amountCents > 0 ? formatAmount(deal) : 'No quote yet'}
      </p>
      <div aria-hidden className="mt-4 flex gap-1">
        {dealStages.map((stage, index) => (
          <span key={stage} className={`h-1.5 flex-1 rounded-full ${index <= reached ? 'bg-accent' : 'bg-line'}`} />
        ))}
      </div>
      <p className="mt-2 text-soft">
        {dealStageNames[deal.stage]}
        <span className="sr-only">
          {' '}
          (stage {reached + 1} of {dealStages.length})
        </span>
      </p>
    </>
  )
}
