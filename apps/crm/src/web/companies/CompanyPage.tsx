import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { ItemProblem } from '../items/ItemProblem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'
import { CompanyCard } from './CompanyCard.tsx'
import { companyQueries } from './companyQueries.ts'

/** One company's card. */
export function CompanyPage(): ReactNode {
  const words = useWords()
  const { id = '' } = useParams()
  const company = useQuery(companyQueries.one({ id }))
  if (company.isPending) {
    return (
      <div className="p-6">
        <Skeleton className="h-24" count={4} label={words.loading} />
      </div>
    )
  }
  if (company.isError && !company.data) {
    return (
      <ItemProblem
        title={words.companies.cardFailed}
        error={company.error}
        onRetry={() => void company.refetch()}
        back={{ to: '/companies', label: words.companies.back }}
      />
    )
  }
  return <CompanyCard key={id} company={company.data} />
}
