import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import type { BoardStage } from '../../api/deal.ts'
import { Money } from '../items/Money.tsx'
import { toErrorText } from '../requests/toErrorText.ts'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useFormats, useWords } from '../words/speech.ts'
import { stagesQueryOptions } from './dashboardQueries.ts'

/** The deals of each stage: their number as a bar, their amounts, and a link to them. */
export function StageChart(): ReactNode {
  const words = useWords()
  const id = useId()
  const stages = useQuery(stagesQueryOptions())
  const most = Math.max(1, ...(stages.data ?? []).map(({ deals }) => deals.total))
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-raised p-4 shadow-card">
      <h2 id={id} className="font-semibold">
        {words.dashboard.dealsByStage}
      </h2>
      {stages.isPending && <Skeleton className="mt-3 h-8" count={6} label={words.loading} />}
      {stages.isError && !stages.data && (
        <Problem
          title={words.board.failed}
          text={toErrorText({ error: stages.error, words })}
          onRetry={() => void stages.refetch()}
        />
      )}
      <ul className="mt-1">
        {stages.data?.map((stage) => (
          <StageLine key={stage.stage} stage={stage} most={most} />
        ))}
      </ul>
    </section>
  )
}

function StageLine({ stage: { stage, deals, sums }, most }: { stage: BoardStage; most: number }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  return (
    <li className="relative border-b border-line py-2 last:border-0 hover:bg-sunken/60">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <Link
          to={`/deals?view=list&stage=${stage}`}
          className="flex-1 font-medium outline-offset-0 after:absolute after:inset-0"
        >
          {words.stages[stage]}
        </Link>
        <span className="flex flex-wrap justify-end gap-x-2 text-[0.8125rem] text-soft">
          {sums.map((sum) => sum.amountCents > 0 && <Money key={sum.currency} {...sum} />)}
        </span>
        <span className="min-w-8 text-end font-medium tabular-nums">
          <span aria-hidden>{formats.number(deals.total)}</span>
          <span className="sr-only">{words.board.count(deals.total)}</span>
        </span>
      </span>
      <span aria-hidden className="mt-1.5 block h-1.5 rounded-full bg-sunken forced-color-adjust-none">
        <span
          className="block h-full rounded-full bg-accent forced-colors:bg-[Highlight]"
          style={{ width: `${(deals.total / most) * 100}%` }}
        />
      </span>
    </li>
  )
}
