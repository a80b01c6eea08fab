import type { ReactNode } from 'react'
import type { Company } from '../../api/company.ts'
import { Fact } from '../items/Fact.tsx'
import { OwnerFact } from '../items/OwnerFact.tsx'
import { useChangeItem } from '../items/saveItem.ts'
import { useWords } from '../words/speech.ts'
import { companyQueries } from './companyQueries.ts'

/** The facts of a company, edited in their places. */
export function CompanyFacts({ company, canEdit }: { company: Company; canEdit: boolean }): ReactNode {
  const words = useWords()
  const { mutateAsync } = useChangeItem(companyQueries, company)
  const { id, name, website, city, industry, responsibleUserId } = company
  const fact = (field: 'name' | 'website' | 'city' | 'industry') => ({
    label: words.fields[field],
    canEdit,
    onSave: (value: string) => mutateAsync({ [field]: value }),
  })
  return (
    <dl aria-label={words.card.facts}>
      <Fact {...fact('name')} value={name} />
      <Fact {...fact('website')} type="url" value={website}>
        <a
          href={`https://${website}`}
          target="_blank"
          rel="noreferrer"
          dir="ltr"
          className="hover:text-accent hover:underline"
        >
          {website}
        </a>
      </Fact>
      <Fact {...fact('city')} value={city} />
      <Fact {...fact('industry')} value={industry} />
      <OwnerFact kind="companies" id={id} ownerId={responsibleUserId} />
    </dl>
  )
}
