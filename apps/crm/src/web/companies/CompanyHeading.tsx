import { ChevronLeft, Ellipsis, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Company } from '../../api/company.ts'
import { useDeleteItems } from '../items/itemMutations.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useWords } from '../words/speech.ts'
import { CompanyMark } from './CompanyMark.tsx'

/** The company's name, and what can be done with the company. */
export function CompanyHeading({ company, canEdit }: { company: Company; canEdit: boolean }): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const deleteCompanies = useDeleteItems('companies')
  const { id, name, industry, city } = company
  const remove = (): void => {
    deleteCompanies.mutate([id])
    void navigate('/companies')
  }
  return (
    <div className="flex items-center gap-2.5 pb-2">
      <Link
        to="/companies"
        aria-label={words.companies.back}
        title={words.companies.back}
        className="-ms-2 grid size-8 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      >
        <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      </Link>
      <CompanyMark name={name} size="large" />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-base font-semibold tracking-tight">
          <bdi>{name}</bdi>
        </h1>
        <p className="truncate text-[0.8125rem] text-soft">
          <bdi>{words.listOf([industry, city].filter(Boolean))}</bdi>
        </p>
      </div>
      {canEdit && (
        <Menu items={[{ label: words.delete, icon: Trash2, isDanger: true, onSelect: remove }]}>
          {(trigger) => <IconButton {...trigger} icon={Ellipsis} label={words.more} />}
        </Menu>
      )}
    </div>
  )
}
