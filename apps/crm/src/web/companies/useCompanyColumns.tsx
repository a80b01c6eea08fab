import { useMemo } from 'react'
import { Link } from 'react-router'
import type { Company } from '../../api/company.ts'
import { UserName } from '../items/UserName.tsx'
import type { Column } from '../ui/table/column.ts'
import { useFormats, useWords } from '../words/speech.ts'
import { CompanyMark } from './CompanyMark.tsx'

/** The columns of the companies. */
export function useCompanyColumns(): Column<Company>[] {
  const words = useWords()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        id: 'name',
        label: words.fields.name,
        sort: 'name',
        cell: ({ id, name, city }) => (
          <div className="flex min-w-0 items-center gap-2.5">
            <CompanyMark name={name} />
            <div className="min-w-0">
              <Link
                to={`/companies/${encodeURIComponent(id)}`}
                className="block truncate font-medium after:absolute after:inset-0"
              >
                <bdi>{name}</bdi>
              </Link>
              <bdi className="block truncate text-[0.8125rem] text-soft md:hidden">{city}</bdi>
            </div>
          </div>
        ),
      },
      {
        id: 'city',
        label: words.fields.city,
        sort: 'city',
        className: 'w-[16%] max-md:hidden',
        cell: ({ city }) => <bdi className="block truncate">{city}</bdi>,
      },
      {
        id: 'industry',
        label: words.fields.industry,
        className: 'w-[16%] max-lg:hidden',
        cell: ({ industry }) => <bdi className="block truncate">{industry}</bdi>,
      },
      {
        id: 'contacts',
        label: words.nav.contacts,
        className: 'w-28 max-md:hidden',
        cell: ({ contactCount }) => <span className="tabular-nums">{formats.number(contactCount)}</span>,
      },
      {
        id: 'deals',
        label: words.companies.openDeals,
        className: 'w-32',
        cell: ({ openDealCount }) => <span className="tabular-nums">{formats.number(openDealCount)}</span>,
      },
      {
        id: 'owner',
        label: words.owner.label,
        className: 'w-40 max-lg:hidden',
        cell: ({ responsibleUserId }) => <UserName id={responsibleUserId} hasAvatar />,
      },
    ],
    [words, formats],
  )
}
