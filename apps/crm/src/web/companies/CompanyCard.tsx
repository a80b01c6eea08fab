import type { ReactNode } from 'react'
import type { Company } from '../../api/company.ts'
import { mayEdit } from '../../api/role.ts'
import { ActivityFeed } from '../activity/ActivityFeed.tsx'
import { CardHeading } from '../items/CardHeading.tsx'
import { DeletedNotice } from '../items/DeletedNotice.tsx'
import { useUser } from '../session/users.ts'
import { useWords } from '../words/speech.ts'
import { CompanyContacts } from './CompanyContacts.tsx'
import { CompanyDeals } from './CompanyDeals.tsx'
import { CompanyFacts } from './CompanyFacts.tsx'
import { CompanyMark } from './CompanyMark.tsx'

/** A company's facts, its contacts and deals, and what has happened with them. */
export function CompanyCard({ company }: { company: Company }): ReactNode {
  const words = useWords()
  const me = useUser()
  const { id, name, industry, city, deletedAt } = company
  const canEdit = me ? mayEdit(me, company) && deletedAt === null : false
  return (
    <div className="grid min-h-full lg:grid-cols-[27rem_minmax(0,1fr)]">
      <title>{words.pageTitle(name)}</title>
      <div className="border-line px-4 py-3 sm:px-5 lg:border-e">
        <CardHeading
          kind="companies"
          id={id}
          name={name}
          mark={<CompanyMark name={name} size="large" />}
          about={<bdi className="truncate">{words.listOf([industry, city].filter(Boolean))}</bdi>}
          back={words.companies.back}
          canEdit={canEdit}
        />
        {deletedAt !== null && <DeletedNotice kind="companies" item={company} />}
        <CompanyFacts company={company} canEdit={canEdit} />
        <CompanyContacts companyId={id} />
        <CompanyDeals companyId={id} />
      </div>
      <section aria-labelledby="company-activity" className="px-4 py-4 sm:px-6">
        <h2 id="company-activity" className="font-semibold">
          {words.activity.title}
        </h2>
        <div className="max-w-2xl">
          <ActivityFeed companyId={id} />
        </div>
      </section>
    </div>
  )
}
