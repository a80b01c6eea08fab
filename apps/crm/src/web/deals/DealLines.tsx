import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Deal } from '../../api/deal.ts'
import { Money } from '../items/Money.tsx'
import { StagePill } from './StagePill.tsx'

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
