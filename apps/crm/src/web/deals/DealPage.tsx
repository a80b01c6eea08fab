import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { ItemProblem } from '../items/ItemProblem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'
import { DealCard } from './card/DealCard.tsx'
import { dealQueries } from './dealQueries.ts'

/** One deal's card. */
export function DealPage(): ReactNode {
  const words = useWords()
  const { id = '' } = useParams()
  const deal = useQuery(dealQueries.one({ id }))
  if (deal.isPending) {
    return (
      <div className="p-6">
        <Skeleton className="h-24" count={4} label={words.loading} />
      </div>
    )
  }
  if (deal.isError && !deal.data) {
    return (
      <ItemProblem
        title={words.board.cardFailed}
        error={deal.error}
        onRetry={() => void deal.refetch()}
        back={{ to: '/deals', label: words.board.back }}
      />
    )
  }
  return <DealCard key={id} deal={deal.data} />
}
