import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { contactQueries } from '../contacts/contactQueries.ts'
import { WaitingPill } from '../items/WaitingPill.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/speech.ts'

/** The people of a company whom the user sees. */
export function CompanyContacts({ companyId }: { companyId: string }): ReactNode {
  const words = useWords()
  const contacts = useInfiniteQuery(contactQueries.list({ companyId, sort: 'waiting', limit: 20 }))
  const items = contacts.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-labelledby="company-contacts" className="mt-4">
      <h2 id="company-contacts" className="mb-1.5 font-semibold">
        {words.nav.contacts}
      </h2>
      {contacts.isSuccess && items.length === 0 && <p className="text-soft">{words.companies.noContacts}</p>}
      <ul className="flex flex-col gap-1">
        {items.map(({ id, name, position, waitingSince }) => (
          <li key={id} className="relative -mx-2 flex min-h-11 items-center gap-2.5 rounded-lg px-2 hover:bg-sunken/60">
            <Avatar name={name} size="small" />
            <div className="min-w-0 flex-1">
              <Link
                to={`/contacts/${encodeURIComponent(id)}`}
                className="block truncate leading-5 font-medium after:absolute after:inset-0"
              >
                <bdi>{name}</bdi>
              </Link>
              <bdi className="block truncate text-xs text-soft">{position}</bdi>
            </div>
            {waitingSince !== null && <WaitingPill since={waitingSince} />}
          </li>
        ))}
      </ul>
      {contacts.hasNextPage && (
        <Button look="quiet" onClick={() => void contacts.fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </section>
  )
}
